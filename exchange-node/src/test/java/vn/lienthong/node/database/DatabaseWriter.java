package vn.lienthong.node.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.lienthong.node.database.internal.EmbeddedServer;
import vn.lienthong.node.testing.TestDatabase;

/** The victim of the crash tests: commits row after row and prints the number of each row that was acknowledged. */
final class DatabaseWriter {

    private DatabaseWriter() {}

    /** Arguments: the directory, and "bundled" or "installed". */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path directory = Path.of(arguments[0]);
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        EmbeddedServer server =
                EmbeddedServer.start(directory, secrets, TestDatabase.properties("bundled".equals(arguments[1])));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("server " + server.processId());
        try (Connection connection = TestDatabase.open(server.connection())) {
            write(connection, out);
        }
    }

    private static void write(Connection connection, PrintStream out) throws SQLException {
        long id;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS acknowledged (id BIGINT PRIMARY KEY)");
            try (ResultSet last = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM acknowledged")) {
                last.next();
                id = last.getLong(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
            while (true) {
                id++;
                insert.setLong(1, id);
                insert.executeUpdate();
                out.println("row " + id);
            }
        }
    }
}
