package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.platform.DataDirectory;

/** Where the files of exports lie: a directory of the owner alone. */
@Component
class ExportFiles {

    private final Path directory;

    ExportFiles(DataDirectory data) throws IOException {
        this.directory = Files.setPosixFilePermissions(
                Files.createDirectories(data.root().resolve("exports")), PosixFilePermissions.fromString("rwx------"));
    }

    Path file(ExportJob job, ExportPart part) {
        return switch (part) {
            case DATA -> directory.resolve(job.fileName());
            case MANIFEST -> directory.resolve(job.fileName() + ".manifest.json");
            case SIGNATURE -> directory.resolve(job.fileName() + ".manifest.json.p7s");
        };
    }

    /** Where the file is written until it is complete. */
    Path unfinished(ExportJob job) {
        return directory.resolve(job.fileName() + ".part");
    }

    /** Deletes whatever there is. */
    void delete(ExportJob job) throws IOException {
        Files.deleteIfExists(unfinished(job));
        for (ExportPart part : ExportPart.values()) {
            Files.deleteIfExists(file(job, part));
        }
    }
}
