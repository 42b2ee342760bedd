package vn.lienthong.node.desk.internal.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.value.Timestamps;

/** All metadata of a document as REST shows it; empty members are left out. Never prints itself. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DocumentAnswer(
        String documentId,
        String codeNumber,
        String codeNotation,
        String typeName,
        @Nullable Integer type,
        String subject,
        String content,
        String promulgationPlace,
        @Nullable String promulgationDate,
        @Nullable String dueDate,
        int urgency,
        @Nullable String appointedTime,
        String secrecy,
        @Nullable SignerAnswer signer,
        List<String> toPlaces,
        int responseForCount,
        int fileCount) {

    /** Who signed the document on paper or screen. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SignerAnswer(String competence, String position, String fullName) {

        static @Nullable SignerAnswer of(Signer signer) {
            return signer.equals(Signer.NONE)
                    ? null
                    : new SignerAnswer(signer.competence(), signer.position(), signer.fullName());
        }
    }

    static DocumentAnswer of(Document document) {
        DocumentMetadata metadata = document.metadata();
        List<ResponseFor> answered = metadata.responseFor();
        return new DocumentAnswer(
                metadata.documentId(),
                metadata.code().number(),
                metadata.code().notation(),
                metadata.type().name(),
                metadata.type().kind(),
                metadata.subject(),
                metadata.content(),
                metadata.promulgation().place(),
                text(metadata.promulgation().date()),
                text(metadata.dueDate()),
                metadata.urgency().level(),
                text(metadata.appointedTime()),
                metadata.secrecy().name(),
                SignerAnswer.of(metadata.signer()),
                metadata.toPlaces(),
                answered.size(),
                document.attachments().size());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Timestamps.format(time);
    }

    @Override
    public String toString() {
        return "DocumentAnswer[" + fileCount + " files]";
    }
}
