package vn.lienthong.node.desk.internal.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.http.ContentDisposition;
import vn.lienthong.node.desk.door.BrokenFormException;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormParts;
import vn.lienthong.node.desk.door.FormStream;

/**
 * A {@code multipart/form-data} body, part after part as it arrives.
 *
 * <p>Guarantees: nothing of it is kept, neither in memory nor in a temporary file; headers of a part are bounded by 10 KiB.
 */
final class StreamedForm implements FormParts {

    private final FileItemInputIterator parts;

    private StreamedForm(FileItemInputIterator parts) {
        this.parts = parts;
    }

    /**
     * Begins to read.
     *
     * @throws BrokenFormException when the body is no such form
     */
    static StreamedForm of(HttpServletRequest request) throws BrokenFormException {
        // Without a factory of items: nothing here ever makes one.
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            return new StreamedForm(upload.getItemIterator(request));
        } catch (IOException | RuntimeException e) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new BrokenFormException(e);
        }
    }

    /**
     * The next part; what was not read of the one before is passed over.
     *
     * @throws BrokenFormException when the form breaks off or breaks its rules
     */
    @Override
    public Optional<FormPart> next() throws BrokenFormException {
        try {
            return parts.hasNext() ? Optional.of(part(parts.next())) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new BrokenFormException(e);
        }
    }

    private static FormPart part(FileItemInput item) throws IOException {
        // Not item.getName(): it asks the file system of this machine what a name may look like.
        String disposition = Objects.requireNonNullElse(item.getHeaders().getHeader("Content-Disposition"), "");
        String fileName =
                Objects.requireNonNullElse(ContentDisposition.parse(disposition).getFilename(), "");
        return new FormPart(
                Objects.requireNonNullElse(item.getFieldName(), ""),
                fileName,
                FormPart.bare(Objects.requireNonNullElse(item.getContentType(), "")),
                new FormStream(item.getInputStream()));
    }
}
