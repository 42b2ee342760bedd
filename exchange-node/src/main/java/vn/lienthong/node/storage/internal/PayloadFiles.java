package vn.lienthong.node.storage.internal;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.storage.PayloadId;

/**
 * Where the files lie: {@code incoming/ID} while a payload is written, {@code abc/ID} once it is complete. The end of an
 * identifier is random, so its last three digits spread the files evenly over 4096 directories.
 *
 * @param root absolute directory
 */
record PayloadFiles(Path root) {

    private static final int SHARD_DIGITS = 3;
    private static final int DEPTH = 2;

    Path part(PayloadId id) {
        return incoming().resolve(id.toString());
    }

    Path complete(PayloadId id) {
        String name = id.toString();
        return root.resolve(name.substring(name.length() - SHARD_DIGITS)).resolve(name);
    }

    Path incoming() {
        return root.resolve("incoming");
    }

    /** Makes the directory of this file, durably. */
    void prepareDirectoryOf(Path file) throws IOException {
        Path directory = root.resolve(root.relativize(file).getName(0));
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            DurableFiles.forceDirectoryOf(directory);
        }
    }

    /** Bytes of all files. Files that vanish meanwhile count or not. */
    long totalBytes() throws IOException {
        try (Stream<Path> files = Files.find(root, DEPTH, (file, attributes) -> attributes.isRegularFile())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @MustBeClosed
    Stream<PayloadId> writtenBefore(Instant moment) throws IOException {
        FileTime limit = FileTime.from(moment);
        return Files.find(root, DEPTH, (file, attributes) -> isOlder(attributes, limit))
                .map(file -> file.getFileName().toString())
                .filter(PayloadFiles::isIdentifier)
                .map(name -> new PayloadId(UUID.fromString(name)));
    }

    private static boolean isOlder(BasicFileAttributes attributes, FileTime limit) {
        return attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(limit) < 0;
    }

    // A file that somebody else put here is not ours to remove.
    private static boolean isIdentifier(String name) {
        return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
