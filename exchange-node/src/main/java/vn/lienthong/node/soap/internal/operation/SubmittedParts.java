package vn.lienthong.node.soap.internal.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Attachments;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** A {@code Submit} as the form that every document comes in: metadata first, then file after file as it streams. */
final class SubmittedParts implements FormParts {

    private final SoapCall call;
    private final Iterator<Asked> files;
    private boolean begun;
    private int number;

    SubmittedParts(SoapCall call) {
        this.call = call;
        this.files = call.asked().all("files").iterator();
    }

    @Override
    public Optional<FormPart> next() throws IOException {
        if (!begun) {
            begun = true;
            byte[] metadata = MetadataJson.of(call.asked());
            return Optional.of(new FormPart("metadata", "", "application/json", new ByteArrayInputStream(metadata)));
        }
        return files.hasNext() ? Optional.of(file(files.next())) : Optional.empty();
    }

    private FormPart file(Asked file) throws IOException {
        number++;
        String where = "files[" + number + "]/sha512";
        String digest = file.name("sha512");
        if (call.signed() && digest.isEmpty()) {
            throw Unfit.invalid(where, "Thông điệp có chữ ký phải ghi mã băm của từng tệp");
        }
        Attachments.Attachment content = content(file.find("content").orElseThrow());
        String said = file.name("mediaType");
        return new FormPart(
                "file",
                file.text("name"),
                FormPart.bare(said.isEmpty() ? content.mediaType() : said),
                digest.isEmpty() ? content.content() : new CheckedStream(content.content(), digest, where));
    }

    private Attachments.Attachment content(Asked content) throws IOException {
        return switch (content.source()) {
            case Asked.Source.Attached(String id) -> call.attachments().open(id);
            case Asked.Source.Inline(var octets) -> new Attachments.Attachment("", octets.stream());
        };
    }

    /** The octets of one edXML message. */
    static InputStream edxml(SoapCall call, Asked edxml) throws IOException {
        return switch (edxml.source()) {
            case Asked.Source.Attached(String id) -> call.attachments().open(id).content();
            case Asked.Source.Inline(var octets) -> octets.stream();
        };
    }
}
