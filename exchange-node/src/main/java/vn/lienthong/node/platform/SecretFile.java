package vn.lienthong.node.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * A secret kept in a file that only its owner may read (mode 0400).
 *
 * <p>Guarantees: the file is complete or absent, also after a crash; a file that others may read is refused.
 */
public final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_READS =
            Set.copyOf(PosixFilePermissions.fromString("r--------"));
    private static final Set<PosixFilePermission> OWNER_ONLY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));
    private static final int MAX_BYTES = 4096;

    private final Path file;

    /** The secret at this place, which need not exist yet. */
    public SecretFile(Path file) {
        this.file = file;
    }

    /**
     * The secret; made of {@code bytes} random bytes, as unpadded base64url text, when the file is absent.
     *
     * @throws IOException if the file cannot be read or written, or others may read it
     */
    public Secret readOrCreate(int bytes, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] drawn = new byte[bytes];
            random.nextBytes(drawn);
            write(new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn)));
        }
        return read();
    }

    /**
     * The secret, without the line end that an editor may have left.
     *
     * @throws IOException if the file is absent, too long, or readable by others
     */
    public Secret read() throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others than its owner may use the secret file " + file + "; set its mode to 0400");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("the secret file " + file + " is longer than " + MAX_BYTES + " bytes");
        }
        return new Secret(Files.readString(file).strip());
    }

    /**
     * Puts the secret in the place of the one before.
     *
     * @throws IOException if it could not be made durable; the one before then still stands
     */
    public void write(Secret secret) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_READS))) {
            DurableFiles.writeFully(channel, text);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
    }
}
