package vn.lienthong.node.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything an installation must keep.
 *
 * <p>Guarantees: all its directories are the owner's alone (0700); one process holds it at a time. The lock goes with
 * the process, so a killed one leaves nothing to clear away.
 */
public final class DataDirectory implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));
    private static final List<String> PARTS = List.of("db", "keys", "payloads", "secrets", "directory", "log", "logs");

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Creates what is missing and takes the lock.
     *
     * @throws StartRefusedException if another process holds the directory
     * @throws IOException if the directory cannot be made or its mode not be set
     */
    public static DataDirectory open(Path directory) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        createPrivate(root);
        FileChannel lockFile = lock(root);
        for (String part : PARTS) {
            createPrivate(root.resolve(part));
        }
        return new DataDirectory(root, lockFile);
    }

    private static void createPrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, OWNER_ONLY);
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefusedException(
                    "another Liên thông process uses the data directory " + root + "; stop it or pass another --data");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The directory itself, absolute. */
    public Path root() {
        return root;
    }

    /** Files of the embedded database server. */
    public Path database() {
        return root.resolve("db");
    }

    /** Key stores. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Payload ciphertexts. */
    public Path payloads() {
        return root.resolve("payloads");
    }

    /** Secrets drawn at first start, each in a {@link SecretFile}. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The copy of the central directory. */
    public Path directory() {
        return root.resolve("directory");
    }

    /** The published tree of the append-only log: checkpoint, tiles, entry bundles. */
    public Path log() {
        return root.resolve("log");
    }

    /** Logs; never contents, subjects or secrets. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
