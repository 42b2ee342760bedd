package vn.lienthong.node.soap.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.desk.door.BrokenFormException;
import vn.lienthong.node.desk.door.FormPart;
import vn.lienthong.node.desk.door.FormStream;

/**
 * A {@code multipart/related} body, part after part as it arrives.
 *
 * <p>Guarantees: nothing of it is kept; headers of a part are bounded by 4 KiB, parts by their number.
 */
public final class RelatedParts {

    private static final int HEADERS = 4096;
    private static final int MOST_PARTS = 1001;

    private final MultipartInput input;
    private @Nullable InputStream current;
    private int parts;

    private RelatedParts(MultipartInput input) {
        this.input = input;
    }

    /**
     * Begins to read.
     *
     * @throws BrokenFormException when the body is no such thing
     */
    public static RelatedParts of(InputStream body, String boundary) throws BrokenFormException {
        try {
            return new RelatedParts(MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.US_ASCII))
                    .setPartHeaderSizeMax(HEADERS)
                    .get());
        } catch (IOException | RuntimeException e) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new BrokenFormException(e);
        }
    }

    /**
     * The next part; what was not read of the one before is passed over.
     *
     * @throws BrokenFormException when the body breaks off or breaks its rules
     */
    public Optional<Part> next() throws BrokenFormException {
        try {
            if (!advance()) {
                return Optional.empty();
            }
            Map<String, String> headers = headers(input.readHeaders());
            InputStream content = new FormStream(input.newInputStream());
            current = content;
            return Optional.of(part(headers, content));
        } catch (IOException | RuntimeException e) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new BrokenFormException(e);
        }
    }

    private boolean advance() throws IOException {
        parts++;
        if (parts > MOST_PARTS) {
            throw new IOException("more parts than a message may have");
        }
        InputStream before = current;
        if (before == null) {
            return input.skipPreamble();
        }
        before.close();
        return input.readBoundary();
    }

    private static Part part(Map<String, String> headers, InputStream content) throws IOException {
        String encoding =
                headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT);
        if (encoding.equals("base64") || encoding.equals("quoted-printable")) {
            throw new IOException("attachments travel as they are");
        }
        String id = headers.getOrDefault("content-id", "").strip();
        boolean bracketed = id.startsWith("<") && id.endsWith(">");
        return new Part(
                bracketed ? id.substring(1, id.length() - 1) : id,
                FormPart.bare(headers.getOrDefault("content-type", "")),
                content);
    }

    private static Map<String, String> headers(String block) {
        Map<String, String> headers = new HashMap<>();
        // A line that begins with a blank goes on with the header before it.
        for (String line : block.replaceAll("\r?\n[ \t]+", " ").split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /**
     * One part.
     *
     * @param contentId by which the message refers to it; may be empty
     * @param mediaType without parameters, in lower case; empty when none is given
     * @param content to be read before the next part is asked for
     */
    public record Part(String contentId, String mediaType, InputStream content) {}
}
