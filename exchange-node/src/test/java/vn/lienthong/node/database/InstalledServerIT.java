package vn.lienthong.node.database;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

class InstalledServerIT implements EmbeddedServerContract {

    @BeforeEach
    void needsAnInstalledServer() {
        assumeThat(Files.isExecutable(Path.of("/usr/sbin/mariadbd"))
                        || Files.isExecutable(Path.of("/usr/bin/mariadbd")))
                .as("a MariaDB server is installed")
                .isTrue();
    }

    @Override
    public boolean bundled() {
        return false;
    }
}
