package vn.lienthong.node.listing.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.payload.OpeningInputStream;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.SealingOutputStream;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;

/** Encrypted files of exports. The keys are in memory only, so that what an earlier run has left can only be deleted. */
@InNodeRole
@Component
class ListFiles {
    private static final SuiteId SUITE = new SuiteId("LT-1");

    private final Path directory;

    @Autowired
    ListFiles(DataDirectory data) throws IOException {
        this(data.root().resolve("listings"));
    }

    ListFiles(Path directory) throws IOException {
        this.directory = Files.setPosixFilePermissions(
                Files.createDirectories(directory), PosixFilePermissions.fromString("rwx------"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                var _ = Files.deleteIfExists(file);
            }
        }
    }

    OutputStream create(UUID id, PayloadKey key) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path(id), StandardOpenOption.CREATE_NEW));
        return new SealingOutputStream(file, key, context(id));
    }

    InputStream open(UUID id, PayloadKey key) throws IOException {
        return new OpeningInputStream(new BufferedInputStream(Files.newInputStream(path(id))), key, context(id));
    }

    void delete(UUID id) throws IOException {
        var _ = Files.deleteIfExists(path(id));
    }

    private Path path(UUID id) {
        return directory.resolve(id + ".sealed");
    }

    private static PayloadContext context(UUID id) {
        return new PayloadContext(SUITE, id, 0);
    }
}
