package vn.lienthong.node.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.database.RunningDatabase;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.StartStep;
import vn.lienthong.node.protection.MasterKeyState;

/** The database that the properties ask for, and the pool of connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean(destroyMethod = "close")
    DatabaseHolder databaseHolder(
            DatabaseProperties properties,
            DataDirectory directory,
            MasterKeyState masterKey,
            ApplicationEventPublisher news)
            throws IOException, InterruptedException {
        // Asked for so that a wrong master key is refused before the database is touched.
        LOG.debug("the database is opened with the master key from {}", masterKey.place());
        long begun = System.nanoTime();
        Optional<String> url = Optional.ofNullable(properties.url()).filter(text -> !text.isBlank());
        DatabaseHolder holder = url.isPresent()
                ? new DatabaseHolder(RunningDatabase.external(url.get(), properties), Optional.empty())
                : DatabaseHolder.of(EmbeddedServer.start(directory.database(), directory.secrets(), properties));
        news.publishEvent(new StartStep(holder.description(), Duration.ofNanos(System.nanoTime() - begun)));
        return holder;
    }

    @Bean
    HikariDataSource dataSource(DatabaseHolder database, DatabaseProperties properties) {
        return ConnectionPool.open(database.connection(), properties.connections());
    }

    /**
     * Transactions that only read are told so to Hibernate and not to the server: that would cost two more trips there for each,
     * and what is written in them by mistake is not written anyway, as Hibernate does not flush.
     */
    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        HibernateJpaVendorAdapter adapter = new HibernateJpaVendorAdapter();
        adapter.getJpaDialect().setPrepareConnection(false);
        return adapter;
    }
}
