package vn.lienthong.node.directory.internal.publication;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import vn.lienthong.core.directory.DirectoryLog;
import vn.lienthong.core.directory.SnapshotFormat;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.platform.DurableFiles;

/**
 * The folded state in a file, so that a start takes seconds whatever the history. The database keeps its digest: a file that is
 * not exactly what this installation wrote is not read, and the publications are folded instead.
 */
public final class SnapshotFile {

    private static final int BUFFER = 1 << 16;

    private final Path file;

    /** Works on this file. */
    public SnapshotFile(Path file) {
        this.file = file;
    }

    /**
     * Writes the state in the place of an older one.
     *
     * @return the digest of the file
     * @throws IOException if it could not be made durable; the older one then still stands
     */
    public Sha256 write(DirectoryLog log) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            OutputStream hashed = new BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER);
            SnapshotFormat.write(log, hashed);
            hashed.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
        return Sha256.fromBytes(digest.digest());
    }

    /**
     * Reads the state.
     *
     * @throws IOException if the file is not there, or not the one with this digest
     */
    public DirectoryLog read(Sha256 expected) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file);
                InputStream hashed = new BufferedInputStream(new DigestInputStream(in, digest), BUFFER)) {
            DirectoryLog log = SnapshotFormat.read(hashed);
            if (!Sha256.fromBytes(digest.digest()).equals(expected)) {
                throw new IOException("the snapshot of the directory is not the one that was written");
            }
            return log;
        }
    }
}
