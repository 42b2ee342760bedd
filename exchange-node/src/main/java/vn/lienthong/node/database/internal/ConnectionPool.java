package vn.lienthong.node.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import vn.lienthong.node.database.DatabaseConnection;

/** The pool of connections, with the same session settings for the embedded server and for external ones. */
public final class ConnectionPool {

    private ConnectionPool() {}

    /** Opens a pool of at most {@code size} connections. */
    public static HikariDataSource open(DatabaseConnection connection, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.user());
        config.setPassword(connection.password().reveal());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setConnectionTimeout(10_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("connectTimeout", "5000");
        config.addDataSourceProperty("socketTimeout", "60000");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Bulk protocol for inserts only: for updates it loses the row counts by which lost updates are noticed.
        config.addDataSourceProperty("useBulkStmts", "false");
        config.addDataSourceProperty("useBulkStmtsForInserts", "true");
        return new HikariDataSource(config);
    }
}
