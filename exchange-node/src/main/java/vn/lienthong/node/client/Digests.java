package vn.lienthong.node.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files. */
public final class Digests {

    private static final int BLOCK = 1 << 16;

    private Digests() {}

    /**
     * A SHA-512.
     *
     * @param hex 128 lower-case hexadecimal digits
     */
    public record Sha512(String hex) {}

    /**
     * The SHA-512 of a file.
     *
     * @throws IOException if it cannot be read
     */
    public static Sha512 sha512(Path file) throws IOException {
        MessageDigest digest = digest("SHA-512");
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return new Sha512(HexFormat.of().formatHex(digest.digest()));
    }

    static String sha256Hex(String text) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
