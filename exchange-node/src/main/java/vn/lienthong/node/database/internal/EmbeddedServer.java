package vn.lienthong.node.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * A MariaDB server that lives and dies with this process, on 127.0.0.1 and for one user.
 *
 * <p>Guarantees: what was committed survives the killing of either process; a server left behind by a killed process is
 * ended before a new one starts; a server that dies is started again at the same port.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String USER = "lienthong";
    private static final int PASSWORD_BYTES = 24;
    private static final int START_TRIES = 5;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ServerBinaries binaries;
    private final ServerFiles files;
    private final DatabaseProperties properties;
    private final Secret password;
    private final Path initSql;
    private int port;
    private Process process;
    private boolean closed;

    private EmbeddedServer(ServerBinaries binaries, ServerFiles files, DatabaseProperties properties, Path secrets)
            throws IOException, InterruptedException {
        this.binaries = binaries;
        this.files = files;
        this.properties = properties;
        this.password =
                new SecretFile(secrets.resolve("database-password")).readOrCreate(PASSWORD_BYTES, new SecureRandom());
        this.initSql = secrets.resolve("database-start.sql");
        this.port = LoopbackPort.first(files.root());
        this.process = launchAtFreePort();
    }

    /**
     * Starts the server, initialising its files when they are absent.
     *
     * @param directory of the server's files; the caller holds the lock on it
     * @param secrets directory for the password
     * @throws StartRefusedException if no server program is found or it does not start
     */
    public static EmbeddedServer start(Path directory, Path secrets, DatabaseProperties properties)
            throws IOException, InterruptedException {
        ServerBinaries binaries = ServerBinaries.find(properties)
                .orElseThrow(() -> new StartRefusedException("no MariaDB server found: install the package"
                        + " mariadb-server-core, or set lienthong.database.url to an existing server"));
        ServerFiles files = new ServerFiles(directory.toAbsolutePath());
        AbandonedServer.stop(files);
        files.initialise(binaries);
        EmbeddedServer server = new EmbeddedServer(binaries, files, properties, secrets);
        server.watch(server.process);
        return server;
    }

    /** How to log in. */
    public DatabaseConnection connection() {
        return new DatabaseConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + USER, USER, password);
    }

    /** The program that runs. */
    public Path program() {
        return binaries.program();
    }

    /** Identifier of the server's process. */
    public synchronized long processId() {
        return process.pid();
    }

    private Process launchAtFreePort() throws IOException, InterruptedException {
        for (int tried = 0; tried < START_TRIES; tried++) {
            port = LoopbackPort.freeFrom(port);
            Process started = launch();
            if (ServerReadiness.await(started, port, START_LIMIT)) {
                Files.deleteIfExists(initSql);
                return started;
            }
            stop(started);
            port++;
        }
        throw new StartRefusedException("the database does not start; the end of its log:\n" + files.lastLogLines());
    }

    private Process launch() throws IOException {
        // The file holds the password, hence among the secrets and only while the server starts.
        new SecretFile(initSql).write(new Secret(ServerOptions.initSql(USER, password)));
        return new ProcessBuilder(ServerOptions.command(binaries, files, properties, port, initSql))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
    }

    private void watch(Process watched) {
        var _ = watched.onExit().thenAccept(this::startAgain);
    }

    private synchronized void startAgain(Process ended) {
        if (closed) {
            return;
        }
        LOG.warn("the database server ended with code {}; starting it again", ended.exitValue());
        try {
            process = launchSamePort();
            watch(process);
        } catch (IOException | StartRefusedException e) {
            LOG.error("the database server could not be started again; stop the program and read {}", files.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launchSamePort() throws IOException, InterruptedException {
        Process started = launch();
        if (!ServerReadiness.await(started, port, START_LIMIT)) {
            stop(started);
            throw new StartRefusedException(files.lastLogLines());
        }
        Files.deleteIfExists(initSql);
        return started;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Stops the server in an orderly way. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            stop(process);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
