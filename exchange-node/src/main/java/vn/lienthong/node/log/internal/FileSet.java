package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import vn.lienthong.node.platform.DurableFiles;

/**
 * Files that become durable together: each is written beside its place, forced and renamed, and the directories are forced
 * once at the end. A file is complete or absent, also after a loss of power.
 */
final class FileSet {

    private final Set<Path> touched = new LinkedHashSet<>();

    /** Writes a file, in the place of one of the same name. */
    void put(Path file, byte[] octets) throws IOException {
        Path directory = Objects.requireNonNull(file.getParent());
        make(directory);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, octets);
            channel.force(false);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        touched.add(file);
    }

    private void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        make(Objects.requireNonNull(directory.getParent()));
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(directory)) {
                throw madeMeanwhile;
            }
        }
        touched.add(directory);
    }

    /** Makes the names durable. */
    void force() throws IOException {
        Set<Path> forced = new LinkedHashSet<>();
        for (Path file : touched) {
            if (forced.add(Objects.requireNonNull(file.getParent()))) {
                DurableFiles.forceDirectoryOf(file);
            }
        }
        touched.clear();
    }
}
