package vn.lienthong.node.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.node.doctor.Finding.Grade;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** What the doctor reads in the database. */
@ExtendWith(DatabaseExtension.class)
class StoredCheckIT {

    private static final LocalDateTime MADE = LocalDateTime.parse("2026-11-01T08:00:00");

    private final JdbcTemplate sql;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final Map<String, Object> settings = new HashMap<>();

    StoredCheckIT(DataSource database) throws IOException, SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        Path data = TestDirectories.fresh("patient");
        new SecretFile(data.resolve("password")).write(new Secret(Objects.requireNonNull(pool.getPassword())));
        sql = new JdbcTemplate(database);
        settings.put("lienthong.data", data.toString());
        settings.put("lienthong.database.url", pool.getJdbcUrl());
        settings.put("lienthong.database.user", pool.getUsername());
        settings.put(
                "lienthong.database.password-file", data.resolve("password").toString());
    }

    @BeforeEach
    void empties() {
        int _ = sql.update("delete from protection_key");
        int _ = sql.update("delete from log_report");
    }

    private List<Finding> about(String subject) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        ConfigurationPropertySources.attach(environment);
        return new Examination(clock)
                .of(environment).stream()
                        .filter(finding -> finding.subject().equals(subject))
                        .toList();
    }

    private void key(int version, LocalDateTime... retired) {
        int _ = sql.update(
                "insert into protection_key (purpose, version, master, wrapped, made_at, retired_at)"
                        + " values ('books', ?, 'm', x'00', ?, ?)",
                version,
                MADE,
                retired.length == 0 ? null : retired[0]);
    }

    private void report(boolean sound) {
        int _ = sql.update(
                "insert into log_report (asked_by, ended_at, checked, faults, sound, report, signature)"
                        + " values ('an', ?, 70, ?, ?, x'00', x'00')",
                MADE,
                sound ? 0 : 3,
                sound);
    }

    @Test
    void showsTheDataKeysOfTheDatabaseAndWhichWaitForTheirEnd() {
        key(1, MADE.plusDays(3));
        key(2);
        assertThat(about("data-key"))
                .extracting(finding -> finding.found().english())
                .anyMatch(words -> words.equals("Data key in the database books, version 2, 21 days old"))
                .anyMatch(words -> words.contains("books, version 1") && words.contains("waits for its destruction"));
    }

    @Test
    void tellsWhatTheLastVerificationOfTheLogFound() {
        assertThat(about("log-verdict"))
                .singleElement()
                .satisfies(never -> assertThat(never.grade()).isEqualTo(Grade.CARE));
        report(true);
        assertThat(about("log-verdict")).extracting(Finding::grade).containsExactly(Grade.OK);
        report(false);
        assertThat(about("log-verdict")).extracting(Finding::grade).containsExactly(Grade.WRONG);
    }

    @Test
    void saysSoWhenTheDatabaseIsAway() {
        settings.put("lienthong.database.url", "jdbc:mariadb://127.0.0.1:1/away");
        assertThat(about("database-keys")).extracting(Finding::grade).containsExactly(Grade.CARE);
    }
}
