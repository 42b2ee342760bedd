package vn.lienthong.node.webhook.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an answer in HTTP: hostile octets, of which a bounded part is read.
 *
 * @param status three digits
 * @param excerpt the beginning of the body, without control characters
 */
record HttpAnswer(int status, String excerpt) {
    static final int LONGEST_EXCERPT = 1024;
    private static final int LONGEST_HEAD = 8192;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final Pattern CHUNK_SIZE = Pattern.compile("^[0-9A-Fa-f]{1,8}[^\\n]*\\n");

    /** Reads what there is; the body may be cut off, the first line may not. */
    static HttpAnswer read(InputStream in) throws IOException {
        String head = head(in);
        String first = head.lines().findFirst().orElse("");
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new IOException("no answer in HTTP");
        }
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("\ntransfer-encoding: chunked");
        return new HttpAnswer(Integer.parseInt(status.group(1)), excerpt(body(in), chunked));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && head.length() < LONGEST_HEAD && !isEnd(head)) {
            if (octet != '\r') {
                head.append((char) octet);
            }
            octet = isEnd(head) ? -1 : in.read();
        }
        return head.toString();
    }

    private static boolean isEnd(StringBuilder head) {
        int length = head.length();
        return length >= 2 && head.charAt(length - 1) == '\n' && head.charAt(length - 2) == '\n';
    }

    /** The status decides; a body that is broken off is shown as far as it came. */
    private static byte[] body(InputStream in) {
        byte[] body = new byte[LONGEST_EXCERPT];
        int length = 0;
        try {
            int read = in.read(body, 0, body.length);
            while (read > 0) {
                length += read;
                read = length < body.length ? in.read(body, length, body.length - length) : -1;
            }
        } catch (IOException e) {
            return java.util.Arrays.copyOf(body, length);
        }
        return java.util.Arrays.copyOf(body, length);
    }

    private static String excerpt(byte[] body, boolean chunked) {
        String text = new String(body, StandardCharsets.UTF_8);
        String content = chunked ? CHUNK_SIZE.matcher(text).replaceFirst("") : text;
        StringBuilder shown = new StringBuilder();
        content.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? ' ' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }
}
