package vn.lienthong.crypto.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import vn.lienthong.crypto.internal.key.AtomicFile;

/**
 * A file that holds the password of key stores: readable by its owner only, as systemd's {@code LoadCredential} provides it.
 *
 * <p>Guarantees: a file that others may read or write is refused; a new password carries 256 random bits.
 */
public final class PasswordFile {

    private static final int RANDOM_OCTETS = 32;
    private static final int MAX_SIZE = 4_096;
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path file;

    private PasswordFile(Path file) {
        this.file = file;
    }

    /** Names an existing password file; it is looked at when the password is needed. */
    public static PasswordFile at(Path file) {
        return new PasswordFile(file);
    }

    /** Names the file, and creates it with a new random password and mode 0400 if there is none. */
    public static PasswordFile atOrCreate(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] random = new byte[RANDOM_OCTETS];
            new SecureRandom().nextBytes(random);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(random);
            AtomicFile.write(file, text, EnumSet.of(PosixFilePermission.OWNER_READ));
            Arrays.fill(random, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
        return new PasswordFile(file);
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /**
     * Reads the password, without a line end. The caller wipes the array after use.
     *
     * @throws KeyMaterialException if others may read or write the file, or it holds no password
     */
    public char[] read() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new KeyMaterialException("others than the owner may use the password file " + file);
        }
        if (Files.size(file) > MAX_SIZE) {
            throw new KeyMaterialException("not a password file: " + file);
        }
        byte[] octets = Files.readAllBytes(file);
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
        Arrays.fill(octets, (byte) 0);
        int length = text.length();
        while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
            length--;
        }
        if (length == 0) {
            throw new KeyMaterialException("no password in " + file);
        }
        char[] password = new char[length];
        text.get(0, password);
        Arrays.fill(text.array(), '\0');
        return password;
    }

    @Override
    public String toString() {
        return "PasswordFile[" + file + "]";
    }
}
