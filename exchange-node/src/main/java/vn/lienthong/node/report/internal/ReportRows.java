package vn.lienthong.node.report.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
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
     * @param question selects a name and then the figures; may use the parameters agency, begin, end, from, until, unit and
     *     today
     * @param figures how many
     */
    SequencedMap<String, long[]> sums(String question, int figures, ReportScope scope, ReportPeriod period) {
        SequencedMap<String, long[]> sums = new LinkedHashMap<>();
        asked(question, scope, period).query(row -> {
            sums.put(String.valueOf(row.getString(1)), figures(row, figures));
        });
        return sums;
    }

    /** A question about an agency and a period. */
    JdbcClient.StatementSpec asked(String question, ReportScope scope, ReportPeriod period) {
        return database.sql(question)
                .param("agency", scope.agency().value())
                .param("unit", scope.unit())
                .param("begin", column(period.begin()))
                .param("end", column(period.end()))
                .param("from", period.from())
                .param("until", period.until())
                .param("today", WorkingCalendar.date(clock.instant()));
    }

    /** Of which parcels of an agency in a period something was heard from whom; names of parcels begin with their time. */
    JdbcClient.StatementSpec heard(AgencyCode agency, ReportPeriod period) {
        return database.sql("select parcel_id, recipient_code from report_heard where sender_code = :agency"
                        + " and parcel_id >= :first and parcel_id < :last")
                .param("agency", agency.value())
                .param("first", firstAt(period.begin()))
                .param("last", firstAt(period.end()));
    }

    private static byte[] firstAt(Instant at) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(at.toEpochMilli() << 16)
                .array();
    }

    static UUID uuid(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The units of an agency. */
    List<String> units(AgencyCode agency) {
        return database.sql("select name from report_unit where agency = ? order by name limit 500")
                .param(agency.value())
                .query((row, _) -> String.valueOf(row.getString("name")))
                .list();
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
