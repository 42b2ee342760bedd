package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;
import vn.lienthong.node.protection.DataKey;

/** What the database says: the data keys of its fields, and what the last verification of the log found. */
final class StoredCheck implements Checks.Check {

    private static final String PATIENCE_MILLIS = "5000";
    private static final Duration VERIFIED = Duration.ofDays(92);

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        Optional<DatabaseConnection> database = patient.database();
        if (database.isEmpty()) {
            return List.of(Finding.ok(
                    "database-keys",
                    "Cơ sở dữ liệu đi kèm không chạy: không xem được khóa trong đó",
                    "The embedded database does not run: the keys in it cannot be looked at"));
        }
        try (Connection connection = DriverManager.getConnection(database.get().url(), login(database.get()));
                Statement statement = connection.createStatement()) {
            List<Finding> findings = new ArrayList<>(keys(statement, patient.now()));
            findings.add(verdict(statement, patient.now()));
            return findings;
        } catch (SQLException away) {
            return List.of(Finding.care(
                    "database-keys",
                    new Words(
                            "Không hỏi được cơ sở dữ liệu, mã " + away.getSQLState(),
                            "The database cannot be asked, state " + away.getSQLState()),
                    new Words(
                            "Khởi động nút một lần, hoặc kiểm tra máy chủ cơ sở dữ liệu.",
                            "Start the node once, or look at the database server.")));
        }
    }

    private static Properties login(DatabaseConnection database) {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password().reveal());
        login.setProperty("connectTimeout", PATIENCE_MILLIS);
        login.setProperty("socketTimeout", PATIENCE_MILLIS);
        return login;
    }

    private static List<Finding> keys(Statement statement, Instant now) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select purpose, version, made_at, retired_at from protection_key"
                + " where version > 0 order by purpose, version desc")) {
            while (rows.next()) {
                DataKey key = new DataKey(
                        rows.getString("purpose"),
                        rows.getInt("version"),
                        Objects.requireNonNull(instant(rows, "made_at").orElse(null)),
                        instant(rows, "retired_at"),
                        DataKey.Place.DATABASE);
                findings.add(ProtectionCheck.age(key, Duration.between(key.madeAt(), now)));
            }
        }
        return findings;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private static Finding verdict(Statement statement, Instant now) throws SQLException {
        Words todo = new Words(
                "Cán bộ an toàn chạy kiểm tra nhật ký ở trang của mình.",
                "A security officer verifies the log on the page for it.");
        try (ResultSet row = statement.executeQuery(
                "select ended_at, checked, faults, sound from log_report order by report_id desc limit 1")) {
            if (!row.next()) {
                return Finding.care(
                        "log-verdict",
                        new Words("Nhật ký chưa được kiểm tra lần nào", "The log was never verified"),
                        todo);
            }
            Instant ended = instant(row, "ended_at").orElse(Instant.EPOCH);
            long days = Duration.between(ended, now).toDays();
            Words found = new Words(
                    "Nhật ký kiểm tra " + days + " ngày trước: " + row.getLong("checked") + " mục, "
                            + row.getLong("faults") + " lỗi",
                    "The log was verified " + days + " days ago: " + row.getLong("checked") + " entries, "
                            + row.getLong("faults") + " faults");
            if (!row.getBoolean("sound")) {
                return Finding.wrong("log-verdict", found, todo);
            }
            return days > VERIFIED.toDays()
                    ? Finding.care("log-verdict", found, todo)
                    : Finding.ok("log-verdict", found.vietnamese(), found.english());
        }
    }
}
