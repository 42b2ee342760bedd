package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.SecretFile;

/** Looks into the embedded database of a running node, past the program. */
final class NodeTables implements AutoCloseable {

    private static final String PORT = "--port=";
    private static final String NAME = "lienthong";

    private final Connection connection;

    private NodeTables(Connection connection) {
        this.connection = connection;
    }

    /** Opens the database below a data directory. */
    static NodeTables open(Path data) throws IOException, SQLException {
        ProcessHandle server = server(data).orElseThrow(() -> new IOException("no database runs for " + data));
        String port = Arrays.stream(server.info().arguments().orElseThrow())
                .filter(argument -> argument.startsWith(PORT))
                .map(argument -> argument.substring(PORT.length()))
                .findFirst()
                .orElseThrow();
        String password =
                new SecretFile(data.resolve("secrets/database-password")).read().reveal();
        return new NodeTables(
                DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + NAME, NAME, password));
    }

    /** The database server that runs on the files below a data directory. */
    static Optional<ProcessHandle> server(Path data) throws IOException {
        Path file = data.resolve("db/data/mariadbd.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String number = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return number.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(number)).filter(process -> serves(process, data))
                : Optional.empty();
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + data.resolve("db/data")))
                .orElse(false);
    }

    /** The one number of a query; a parcel is given as {@code unhex(replace(?, '-', ''))}. */
    long number(String sql, String... parameters) throws SQLException {
        return Long.parseLong(texts(sql, parameters).getFirst());
    }

    /** The first column of a query. */
    List<String> texts(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        }
    }

    /** The columns of the one row of a query. */
    List<byte[]> row(String sql, String parameter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("no row");
                }
                List<byte[]> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getBytes(i));
                }
                return columns;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
