package vn.lienthong.node.identity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells passwords that are known from breaches, without asking anybody: a list that comes with the program, and a file of the operator
 * ({@code lienthong.password.breach-file}) with a line {@code SHA-1 in hexadecimal:count} for each password, sorted by the digest.
 * SHA-1 is how such corpora name passwords; nothing is protected by it here.
 */
@Component
class BreachList {
    private static final Logger LOG = LoggerFactory.getLogger(BreachList.class);
    private static final int SHORTEST_STEM = 8;
    private static final int DIGEST_LETTERS = 40;
    private static final int LONGEST_LINE = 80;

    private final long[] known = shipped();
    private final @Nullable Path file;

    BreachList(@Value("${lienthong.password.breach-file:}") String file) {
        this.file = file.isBlank() ? null : Path.of(file);
    }

    private static long[] shipped() {
        try (InputStream list =
                Objects.requireNonNull(BreachList.class.getResourceAsStream("/identity/breached-passwords.bin"))) {
            ByteBuffer octets = ByteBuffer.wrap(list.readAllBytes());
            long[] all = new long[octets.remaining() / Long.BYTES];
            octets.asLongBuffer().get(all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the password is known as it is, in lower case, or with digits and signs taken off its end. */
    boolean knows(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String stem = lower.replaceAll("[^\\p{L}]+$", "");
        return isShipped(lower) || (stem.length() >= SHORTEST_STEM && isShipped(stem)) || isInFile(password);
    }

    private boolean isShipped(String text) {
        long wanted = ByteBuffer.wrap(sha1(text)).getLong();
        int from = 0;
        int to = known.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(known[middle], wanted);
            if (order == 0) {
                return true;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return false;
    }

    /** A file that cannot be read is the operator's to mend; people go on choosing passwords by the other rules. */
    private boolean isInFile(String password) {
        if (file == null) {
            return false;
        }
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "r")) {
            return search(lines, HexFormat.of().withUpperCase().formatHex(sha1(password)));
        } catch (IOException e) {
            LOG.warn("the list of breached passwords cannot be read: {}", e.getMessage());
            return false;
        }
    }

    /** Halves the file by octets: the line that begins after the middle decides. */
    private static boolean search(RandomAccessFile lines, String wanted) throws IOException {
        long from = 0;
        long to = lines.length();
        while (from < to) {
            long middle = (from + to) >>> 1;
            long start = lineAfter(lines, middle);
            Optional<String> digest = start < to ? digestAt(lines, start) : Optional.empty();
            int order = digest.map(found -> found.compareTo(wanted)).orElse(1);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = start + digest.orElseThrow().length();
            } else {
                to = middle;
            }
        }
        return false;
    }

    /** Where the first line begins at or after a place; a place that is the first of all begins one. */
    private static long lineAfter(RandomAccessFile lines, long place) throws IOException {
        if (place == 0) {
            return 0;
        }
        lines.seek(place - 1);
        byte[] octets = new byte[LONGEST_LINE];
        int read = Math.max(0, lines.read(octets));
        for (int at = 0; at < read; at++) {
            if (octets[at] == '\n') {
                return place + at;
            }
        }
        return lines.length();
    }

    private static Optional<String> digestAt(RandomAccessFile lines, long start) throws IOException {
        byte[] octets = new byte[DIGEST_LETTERS];
        lines.seek(start);
        return lines.read(octets) == DIGEST_LETTERS
                ? Optional.of(new String(octets, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }
}
