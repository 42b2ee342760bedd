package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;

/** The reports of verifications, signed by this node; they stay over restarts. */
@Component
class ReportTable {

    private final JdbcClient database;

    ReportTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * A report in the list.
     *
     * @param id names it
     * @param by log-in name of the officer
     * @param endedAt when
     * @param checked entries that were looked at
     * @param faults how many were found
     * @param sound whether everything was looked at and nothing is wrong
     */
    record Kept(long id, String by, Instant endedAt, long checked, long faults, boolean sound) {}

    /**
     * A report to be kept.
     *
     * @param by log-in name of the officer
     * @param endedAt when
     * @param checked entries that were looked at
     * @param faults how many were found
     * @param sound whether everything was looked at and nothing is wrong
     * @param report the text in UTF-8
     * @param signature CMS SignedData (DER), detached, of the node's signing key
     */
    record Fresh(
            String by, Instant endedAt, long checked, long faults, boolean sound, Octets report, Octets signature) {}

    void keep(Fresh fresh) {
        int rows = database.sql("insert into log_report (asked_by, ended_at, checked, faults, sound, report, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        fresh.by(),
                        LocalDateTime.ofInstant(fresh.endedAt(), ZoneOffset.UTC),
                        fresh.checked(),
                        fresh.faults(),
                        fresh.sound(),
                        fresh.report().toByteArray(),
                        fresh.signature().toByteArray())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("one row per report");
        }
    }

    /** The last ones, newest first. */
    List<Kept> last(int limit) {
        return database.sql("select report_id, asked_by, ended_at, checked, faults, sound from log_report"
                        + " order by report_id desc limit ?")
                .param(limit)
                .query((row, _) -> new Kept(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6)))
                .list();
    }

    /** The text of a report. */
    Optional<Octets> report(long id) {
        return part("report", id);
    }

    /** The signature of a report. */
    Optional<Octets> signature(long id) {
        return part("signature", id);
    }

    private Optional<Octets> part(String column, long id) {
        return database.sql("select " + column + " from log_report where report_id = ?")
                .param(id)
                .query((row, _) -> Octets.of(row.getBytes(1)))
                .optional();
    }
}
