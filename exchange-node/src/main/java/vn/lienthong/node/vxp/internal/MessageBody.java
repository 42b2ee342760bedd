package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * The message in the body of a call. The kit sends a form and says that it is plain octets, others send plain octets: the first
 * characters tell. Nothing of it is kept.
 */
final class MessageBody {

    private static final int LONGEST_LINE = 200;
    private static final int MOST_PARTS = 8;

    private MessageBody() {}

    /** Opens the message. */
    static InputStream open(InputStream body) throws IOException {
        PushbackInputStream again = new PushbackInputStream(body, LONGEST_LINE + 2);
        byte[] start = again.readNBytes(LONGEST_LINE);
        again.unread(start);
        return start.length > 2 && start[0] == '-' && start[1] == '-' ? part(again, boundary(start)) : again;
    }

    private static byte[] boundary(byte[] start) throws IOException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\r');
        if (end <= 2) {
            throw new BrokenBodyException("the form has no boundary");
        }
        return text.substring(2, end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first part that is a file. */
    private static InputStream part(InputStream body, byte[] boundary) throws IOException {
        try {
            MultipartInput parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary)
                    .get();
            boolean more = parts.skipPreamble();
            for (int part = 0; more && part < MOST_PARTS; part++) {
                if (parts.readHeaders().toLowerCase(Locale.ROOT).contains("filename=")) {
                    return parts.newInputStream();
                }
                long _ = parts.discardBodyData();
                more = parts.readBoundary();
            }
        } catch (RuntimeException e) {
            // Hostile octets: whatever the parser throws is a refusal.
            throw new BrokenBodyException("the form cannot be read", e);
        }
        throw new BrokenBodyException("the form has no file");
    }

    /** The body is not what it must be; nothing of it is kept. */
    static final class BrokenBodyException extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenBodyException(String message) {
            super(message);
        }

        BrokenBodyException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
