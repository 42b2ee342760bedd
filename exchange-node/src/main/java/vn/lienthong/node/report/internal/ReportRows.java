package vn.lienthong.node.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;

/** Asks the views for sums. */
@InNodeRole
@Component
class ReportRows {
    /** Of a list, more is not shown. */
    static final int MOST = 5000;

    private final JdbcClient database;
    private final InstantSource clock;

    ReportRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Sums by name.
     *
     * @param question selects a name and then the figures; may use the parameters agency, begin, end, from, until and
     *     today
     * @param figures how many
     */
    SequencedMap<String, long[]> sums(String question, int figures, AgencyCode agency, ReportPeriod period) {
        SequencedMap<String, long[]> sums = new LinkedHashMap<>();
        asked(question, agency, period).query(row -> {
            sums.put(String.valueOf(row.getString(1)), figures(row, figures));
        });
        return sums;
    }

    /** A question about an agency and a period. */
    JdbcClient.StatementSpec asked(String question, AgencyCode agency, ReportPeriod period) {
        return database.sql(question)
                .param("agency", agency.value())
                .param("begin", column(period.begin()))
                .param("end", column(period.end()))
                .param("from", period.from())
                .param("until", period.until())
                .param("today", WorkingCalendar.date(clock.instant()));
    }

    private static long[] figures(ResultSet row, int figures) throws SQLException {
        long[] found = new long[figures];
        for (int column = 0; column < figures; column++) {
            found[column] = row.getLong(column + 2);
        }
        return found;
    }

    static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
