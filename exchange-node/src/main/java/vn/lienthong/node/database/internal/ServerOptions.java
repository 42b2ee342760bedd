package vn.lienthong.node.database.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.platform.Secret;

/** The command line and the first statements of the embedded server. */
final class ServerOptions {

    private ServerOptions() {}

    static List<String> command(
            ServerBinaries binaries, ServerFiles files, DatabaseProperties properties, int port, Path initSql) {
        List<String> command = new ArrayList<>(List.of(binaries.program().toString(), "--no-defaults"));
        command.addAll(binaries.ownFiles());
        command.addAll(ServerFiles.asOwner());
        command.addAll(List.of(
                "--datadir=" + files.data(),
                "--tmpdir=" + files.temporary(),
                "--secure-file-priv=" + files.temporary(),
                "--pid-file=" + files.processId().getFileName(),
                "--init-file=" + initSql,
                "--port=" + port,
                "--innodb-buffer-pool-size=" + properties.bufferPool().toBytes(),
                "--max-connections=" + (properties.connections() + 40)));
        command.addAll(FIXED);
        return command;
    }

    private static final List<String> FIXED = List.of(
            "--bind-address=127.0.0.1",
            // Relative to the data directory: absolute socket names longer than 107 bytes do not work.
            "--socket=mariadbd.sock",
            // Only loopback; and the server's own key generation at each start would cost seconds.
            "--skip-ssl",
            "--skip-name-resolve",
            "--local-infile=0",
            // Nothing is acknowledged before it is on disk.
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-doublewrite=1",
            "--skip-log-bin",
            // The queue claims rows with SKIP LOCKED: gap locks of the stricter default would collide.
            "--transaction-isolation=READ-COMMITTED",
            "--innodb-lock-wait-timeout=10",
            "--innodb-log-file-size=48M",
            "--sql-mode=STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--max-allowed-packet=64M",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=4M",
            "--performance-schema=OFF");

    /** One statement per line, as the server wants it. The password has no quote in it: base64url. */
    static String initSql(String user, Secret password) {
        String account = "'" + user + "'@'127.0.0.1'";
        String known = " IDENTIFIED BY '" + password.reveal() + "'";
        return String.join(
                ";\n",
                "CREATE DATABASE IF NOT EXISTS `" + user + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "CREATE USER IF NOT EXISTS " + account + known,
                "ALTER USER " + account + known,
                "GRANT ALL PRIVILEGES ON `" + user + "%`.* TO " + account,
                "");
    }
}
