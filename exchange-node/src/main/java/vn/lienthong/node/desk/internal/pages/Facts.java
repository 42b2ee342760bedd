package vn.lienthong.node.desk.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Signer;
import vn.lienthong.node.web.DocumentFacts;
import vn.lienthong.node.web.DocumentFacts.FileFacts;

/** What a document is, in the words of the pages. */
final class Facts {

    private Facts() {}

    static DocumentFacts of(Document document) {
        DocumentMetadata metadata = document.metadata();
        return new DocumentFacts(
                metadata.code().display(),
                metadata.type().name(),
                metadata.secrecy().isStateSecret() ? null : metadata.subject(),
                metadata.promulgation().date(),
                signer(metadata.signer()),
                metadata.urgency().level(),
                files(document.attachments()));
    }

    static String number(String number, String notation) {
        return new DocumentCode(number, notation).display();
    }

    private static @Nullable String signer(Signer signer) {
        String words = Stream.of(signer.fullName(), signer.position())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private static List<FileFacts> files(List<Attachment> attachments) {
        List<FileFacts> files = new ArrayList<>(attachments.size());
        for (Attachment file : attachments) {
            files.add(new FileFacts(
                    files.size() + 1,
                    file.name().value(),
                    file.size(),
                    file.sha512().hex()));
        }
        return files;
    }
}
