package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.protection.KeyRotation.What;
import vn.lienthong.node.testing.ChildProcess;
import vn.lienthong.node.testing.DatabaseExtension;

/** Processes that rotate keys are killed with signal 9: everything opens afterwards, and the next process ends what they began. */
@ExtendWith(DatabaseExtension.class)
class RotationKillIT {

    private final HikariDataSource database;
    private final JdbcTemplate sql;
    private final Site site;
    private final SealedBooks books;

    RotationKillIT(DataSource database) throws SQLException {
        this.database = database.unwrap(HikariDataSource.class);
        this.sql = new JdbcTemplate(database);
        this.site = new Site(new TableRows(sql, new JdbcTransactionManager(database)));
        this.books = new SealedBooks(sql);
    }

    @BeforeEach
    void sealsSomething() throws IOException {
        int _ = sql.update("delete from protection_key");
        SealedBooks.create(sql);
        Site.Running first = start();
        assertThat(first.local().secrets(CrashPoints.none()).readOrDraw("keys/password", 32))
                .isNotNull();
        books.fill();
    }

    private Site.Running start() {
        return books.of(site.start(CrashPoints.none(), books));
    }

    private void killed(What what, String place) throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.start(
                RotatingProcess.class,
                List.of(),
                site.root.toString(),
                database.getJdbcUrl(),
                database.getUsername(),
                Objects.requireNonNull(database.getPassword()),
                what.name(),
                place)) {
            process.awaitLine(RotatingProcess.REACHED + place);
            process.kill();
        }
    }

    private void requireOpens(Site.Running running) throws IOException {
        books.requireReadable();
        assertThat(running.local().secrets(CrashPoints.none()).read("keys/password"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER_KEY, protection.next-durable",
        "MASTER_KEY, protection.local-rewrapped",
        "MASTER_KEY, protection.database-rewrapped",
        "DATA_KEYS, protection.local-renewed",
        "DATA_KEYS, protection.database-renewed",
        "DATA_KEYS, protection.batch-resealed"
    })
    void opensEverythingAfterAKillAndGoesOn(What what, String place) throws IOException, InterruptedException {
        killed(what, place);
        Site.Running next = start();
        requireOpens(next);
        if (place.equals("protection.batch-resealed")) {
            assertThat(books.underOlderKeys()).as("killed in the middle").isBetween(1, 999);
        }
        boolean more = true;
        while (more) {
            more = next.work().piece();
        }
        requireOpens(next);
        assertThat(books.underOlderKeys()).isZero();
        assertThat(site.table.load())
                .extracting(WrappedKey::master)
                .hasSizeGreaterThan(1)
                .containsOnly(next.local().master().target().id());
        requireOpens(start());
    }
}
