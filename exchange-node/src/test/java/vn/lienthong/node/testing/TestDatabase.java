package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.unit.DataSize;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.database.internal.EmbeddedServer;

/** One real MariaDB server for all tests of this Java process; each test class takes its own schema. */
public final class TestDatabase {

    /** Every application that a test has started keeps its pool until the process ends. */
    private static final int CONNECTIONS = 600;

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty schema on the shared server. */
    public static DatabaseConnection freshSchema() {
        DatabaseConnection server = Holder.SERVER.connection();
        String schema = "lienthong_" + SCHEMAS.incrementAndGet();
        try (Connection connection = open(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new DatabaseConnection(
                server.url().replaceFirst("/[^/]+$", "/" + schema), server.user(), server.password());
    }

    /** One connection, for plain SQL in tests. */
    public static Connection open(DatabaseConnection database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.user(), database.password().reveal());
    }

    /** The settings of an embedded server with little memory. */
    public static DatabaseProperties properties(boolean bundled) {
        return new DatabaseProperties(
                null, "lienthong", null, Path.of("target/mariadb"), bundled, DataSize.ofMegabytes(64), CONNECTIONS);
    }

    private static final class Holder {

        private static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                Path directory = TestDirectories.fresh("database");
                Path secrets = Files.createDirectories(directory.resolve("secrets"));
                EmbeddedServer server = EmbeddedServer.start(directory, secrets, properties(false));
                // After the applications: without their database each of them would wait for it while it stops.
                SpringApplication.getShutdownHandlers().add(server::close);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
