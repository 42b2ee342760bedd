package vn.lienthong.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.http.ContentDisposition;

/** A form with files in it, read as it arrives: nothing of it becomes a temporary file. */
public final class UploadForm {

    private static final int LARGEST_FIELD = 32 << 10;
    private static final int MOST_FIELDS = 200;

    private UploadForm() {}

    /** Takes what comes. */
    public interface Visitor {
        /** All fields before the first file. Called once, before any file. */
        void fields(Map<String, String> fields) throws IOException;

        /** One file that was chosen. */
        void file(String input, String fileName, InputStream content) throws IOException;
    }

    /**
     * Reads the form. Fields come before files in the page, so they are known when the first file comes.
     *
     * @throws IOException when the form breaks off or breaks its rules
     */
    public static void read(HttpServletRequest request, Visitor visitor) throws IOException {
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        boolean told = false;
        try {
            FileItemInputIterator parts = upload.getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                String input = Objects.requireNonNullElse(part.getFieldName(), "");
                String fileName = fileName(part);
                if (fileName.isEmpty()) {
                    keep(fields, input, part);
                    continue;
                }
                if (!told) {
                    visitor.fields(fields);
                    told = true;
                }
                visitor.file(input, fileName, part.getInputStream());
            }
        } catch (RuntimeException hostile) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new IOException("the form cannot be read", hostile);
        }
        if (!told) {
            visitor.fields(fields);
        }
    }

    private static void keep(Map<String, String> fields, String name, FileItemInput part) throws IOException {
        byte[] value = part.getInputStream().readNBytes(LARGEST_FIELD + 1);
        if (value.length > LARGEST_FIELD || fields.size() >= MOST_FIELDS) {
            throw new IOException("the form is too large");
        }
        fields.put(name, new String(value, StandardCharsets.UTF_8));
    }

    /** Not the parser's own name: it asks the file system of this machine what a name may look like. */
    private static String fileName(FileItemInput part) {
        String disposition = Objects.requireNonNullElse(part.getHeaders().getHeader("Content-Disposition"), "");
        return Objects.requireNonNullElse(ContentDisposition.parse(disposition).getFilename(), "");
    }
}
