package vn.lienthong.node.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.lienthong.node.database.internal.ConnectionPool;

/**
 * Gives a test class a schema of its own with all migrations applied, as a {@link DataSource} parameter. For tests without
 * a Spring context.
 */
public final class DatabaseExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final int CONNECTIONS = 16;

    private @Nullable HikariDataSource pool;

    @Override
    public void beforeAll(ExtensionContext context) {
        HikariDataSource opened = ConnectionPool.open(TestDatabase.freshSchema(), CONNECTIONS);
        Flyway.configure().dataSource(opened).load().migrate();
        pool = opened;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DataSource.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return pool;
    }
}
