package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import vn.lienthong.node.platform.DurableFiles;

/**
 * Removal of a file that held a secret. Its octets are overwritten first; on disks that write elsewhere (flash, copy-on-write, snapshots)
 * that destroys nothing, and docs/protection.md says so.
 */
final class Erasure {

    private static final String REMOVED = ".removed";

    private Erasure() {}

    /** Removes the file; the name is free, or the file is whole, after a crash in between. */
    static void erase(Path file) throws IOException {
        Path aside = aside(file);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        finish(file);
        DurableFiles.forceDirectoryOf(file);
    }

    /** Ends a removal that a crash interrupted. */
    static void finish(Path file) throws IOException {
        Path aside = aside(file);
        if (!Files.exists(aside)) {
            return;
        }
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, new byte[Math.toIntExact(channel.size())]);
            channel.force(true);
        }
        Files.delete(aside);
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + REMOVED);
    }
}
