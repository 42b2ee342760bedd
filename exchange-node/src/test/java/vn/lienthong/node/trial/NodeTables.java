package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.database.RunningDatabase;
import vn.lienthong.node.testing.TestDatabase;

/** Looks into the embedded database of a running node, past the program. */
final class NodeTables implements AutoCloseable {

    private static final DatabaseProperties EMBEDDED = TestDatabase.properties(false);

    private final Connection connection;

    private NodeTables(Connection connection) {
        this.connection = connection;
    }

    /** Opens the database below a data directory. */
    static NodeTables open(Path data) throws IOException, SQLException {
        DatabaseConnection database =
                RunningDatabase.of(data, EMBEDDED).orElseThrow(() -> new IOException("no database runs for " + data));
        return new NodeTables(TestDatabase.open(database));
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
