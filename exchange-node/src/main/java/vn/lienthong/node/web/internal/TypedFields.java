package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.http.ContentDisposition;

/**
 * The fields of a form, also of one with files in it, which are read to their end and forgotten.
 *
 * @param fields by name, in the order of the form
 * @param withFiles whether somebody had chosen files
 */
record TypedFields(Map<String, List<String>> fields, boolean withFiles) {
    private static final int LARGEST_FIELD = 64 << 10;
    private static final int MOST_FIELDS = 500;
    private static final long MOST_OCTETS = 64L << 20;
    private static final int PIECE = 16 << 10;

    /** Copies the fields. */
    TypedFields {
        fields = Map.copyOf(fields);
    }

    static TypedFields of(HttpServletRequest request) throws IOException {
        return JakartaServletFileUpload.isMultipartContent(request) ? ofParts(request) : ofParameters(request);
    }

    private static TypedFields ofParameters(HttpServletRequest request) {
        return new TypedFields(
                request.getParameterMap().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> Arrays.asList(field.getValue()))),
                false);
    }

    private static TypedFields ofParts(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MOST_OCTETS) {
            return new TypedFields(Map.of(), true);
        }
        var upload = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        Map<String, List<String>> fields = new TreeMap<>();
        boolean withFiles = false;
        try {
            FileItemInputIterator parts = upload.getItemIterator(request);
            for (int count = 0; count < MOST_FIELDS && parts.hasNext(); count++) {
                withFiles |= isFile(fields, parts.next());
            }
        } catch (RuntimeException hostile) {
            // Hostile octets: whatever the parser throws, only what was read before it is kept.
            return new TypedFields(fields, withFiles);
        }
        return new TypedFields(fields, withFiles);
    }

    /** Reads a part; keeps it when it is a field. */
    private static boolean isFile(Map<String, List<String>> fields, FileItemInput part) throws IOException {
        boolean file = part.getHeaders().getHeader("Content-Type") != null
                || !fileName(part).isEmpty();
        try (InputStream content = part.getInputStream()) {
            if (file) {
                return forget(content) > 0 && !fileName(part).isEmpty();
            }
            byte[] value = content.readNBytes(LARGEST_FIELD);
            fields.computeIfAbsent(Objects.requireNonNullElse(part.getFieldName(), ""), _ -> new ArrayList<>())
                    .add(new String(value, StandardCharsets.UTF_8));
            return false;
        }
    }

    private static long forget(InputStream content) throws IOException {
        byte[] piece = new byte[PIECE];
        long octets = 0;
        int read = content.read(piece);
        while (read >= 0) {
            octets += read;
            read = content.read(piece);
        }
        return octets;
    }

    /** Not the parser's own name: it asks the file system of this machine what a name may look like. */
    private static String fileName(FileItemInput part) {
        String disposition = Objects.requireNonNullElse(part.getHeaders().getHeader("Content-Disposition"), "");
        return Objects.requireNonNullElse(ContentDisposition.parse(disposition).getFilename(), "");
    }

    @Override
    public String toString() {
        return "TypedFields[" + fields.size() + "]";
    }
}
