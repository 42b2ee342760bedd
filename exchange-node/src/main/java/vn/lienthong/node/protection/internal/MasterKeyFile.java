package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.node.platform.StartRefusedException;

/** A file that holds a master key: 32 octets, or the same in hexadecimal or base64 with a line end. */
final class MasterKeyFile {

    private static final int LONGEST = 128;
    private static final int HEX_DIGITS = 2 * MasterKey.OCTETS;
    private static final Set<PosixFilePermission> OWNER_ONLY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    private MasterKeyFile() {}

    /**
     * Reads the key.
     *
     * @param mode whether the file's mode is checked; that of a credential is systemd's affair
     * @return empty when there is no file
     */
    static Optional<MasterKey> read(Path file, boolean mode, SecureRandom random) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] content = content(file, mode);
        byte[] octets = parse(content);
        try {
            return Optional.of(MasterKey.of(octets, random));
        } catch (IllegalArgumentException wrongLength) {
            throw refused(
                    "the file of the master key " + file + " holds no key: 32 octets, or their hexadecimal or base64"
                            + " digits, are needed",
                    wrongLength);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static byte[] content(Path file, boolean mode) {
        try (InputStream in = Files.newInputStream(file)) {
            if (mode && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new StartRefusedException("LT-9003: others than its owner may use the file of the master key "
                        + file + "; set its mode to 0400");
            }
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw refused("the file of the master key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] parse(byte[] content) {
        if (content.length == MasterKey.OCTETS) {
            return content.clone();
        }
        String digits = new String(content, StandardCharsets.ISO_8859_1).strip();
        try {
            return digits.length() == HEX_DIGITS
                    ? HexFormat.of().parseHex(digits)
                    : Base64.getDecoder().decode(digits.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException noDigits) {
            return new byte[0];
        }
    }

    static StartRefusedException refused(String words, Throwable cause) {
        return new StartRefusedException("LT-9003: " + words, cause);
    }
}
