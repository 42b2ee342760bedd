package vn.lienthong.node.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;

/** Times in UTC and columns that may be null. */
final class Columns {

    private Columns() {}

    /** The level of a secrecy mark, 0 to 3. */
    static int level(Secrecy secrecy) {
        return switch (secrecy) {
            case ORDINARY -> 0;
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    static Secrecy secrecy(int level) {
        return switch (level) {
            case 0 -> Secrecy.ORDINARY;
            case 1 -> Secrecy.CONFIDENTIAL;
            case 2 -> Secrecy.SECRET;
            default -> Secrecy.TOP_SECRET;
        };
    }

    static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
