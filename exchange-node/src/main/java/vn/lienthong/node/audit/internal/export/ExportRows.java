package vn.lienthong.node.audit.internal.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.database.Columns;

/** Exports in the database. */
@Component
class ExportRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_FAULT = 200;
    private static final String COLUMNS =
            "export_id, format, from_at, until_at, terms, secrecy, requested_by, requested_at, decided_by, state,"
                    + " done, size, sha256, fault, expires_at";

    private final JdbcClient database;

    ExportRows(JdbcClient database) {
        this.database = database;
    }

    void insert(ExportJob job) {
        Map<String, String> terms = new TreeMap<>();
        job.filter().terms().forEach((field, value) -> terms.put(field.name(), value));
        database.sql("insert into audit_export (export_id, format, from_at, until_at, terms, secrecy,"
                        + " requested_by, requested_at, state, done, size, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)")
                .params(
                        Columns.octets(job.id()),
                        job.format().name(),
                        Columns.of(job.filter().from()),
                        Columns.of(job.filter().until()),
                        JSON.writeValueAsString(terms),
                        job.secrecy().number(),
                        job.requestedBy(),
                        Columns.of(job.requestedAt()),
                        job.state().name(),
                        Columns.of(job.expiresAt()))
                .update();
    }

    /** Decides about one that waits for it and was asked for by somebody else; false when there is none such any more. */
    boolean decide(UUID id, ExportJob.State state, String officer, Instant now, Instant expiresAt) {
        return database.sql("update audit_export set state = ?, decided_by = ?, decided_at = ?, expires_at = ?"
                                + " where export_id = ? and state = 'PROPOSED' and requested_by <> ?"
                                + " and expires_at > ?")
                        .params(
                                state.name(),
                                officer,
                                Columns.of(now),
                                Columns.of(expiresAt),
                                Columns.octets(id),
                                officer,
                                Columns.of(now))
                        .update()
                == 1;
    }

    List<ExportJob> list(Secrecy sight, int limit) {
        return database.sql("select " + COLUMNS + " from audit_export where secrecy <= ? order by export_id desc limit "
                        + limit)
                .param(sight.number())
                .query((row, _) -> job(row))
                .list();
    }

    Optional<ExportJob> find(UUID id) {
        return database.sql("select " + COLUMNS + " from audit_export where export_id = ?")
                .param(Columns.octets(id))
                .query((row, _) -> job(row))
                .optional();
    }

    /** The next one that waits, or whose writer has gone; it is then the owner's until the lease ends. */
    Optional<ExportJob> claim(String owner, Instant now, Instant leaseUntil) {
        int claimed = database.sql("update audit_export set state = 'RUNNING', owner = ?, lease_until = ?, done = 0"
                        + " where state = 'WAITING' or (state = 'RUNNING' and lease_until < ?)"
                        + " order by export_id limit 1")
                .params(owner, Columns.of(leaseUntil), Columns.of(now))
                .update();
        return claimed == 0
                ? Optional.empty()
                : database.sql("select " + COLUMNS
                                + " from audit_export where owner = ? and state = 'RUNNING' order by export_id limit 1")
                        .param(owner)
                        .query((row, _) -> job(row))
                        .optional();
    }

    /** Notes progress; false when the export is no longer the owner's. */
    boolean progress(UUID id, String owner, long done, Instant leaseUntil) {
        return database.sql("update audit_export set done = ?, lease_until = ? where export_id = ? and owner = ?"
                                + " and state = 'RUNNING'")
                        .params(done, Columns.of(leaseUntil), Columns.octets(id), owner)
                        .update()
                == 1;
    }

    void done(UUID id, String owner, long done, long size, Sha256 sha256) {
        database.sql("update audit_export set state = 'DONE', done = ?, size = ?, sha256 = ?, owner = null"
                        + " where export_id = ? and owner = ?")
                .params(done, size, sha256.bytes(), Columns.octets(id), owner)
                .update();
    }

    void failed(UUID id, String owner, String fault) {
        String kept = fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault;
        database.sql("update audit_export set state = 'FAILED', fault = ?, owner = null"
                        + " where export_id = ? and owner = ?")
                .params(kept, Columns.octets(id), owner)
                .update();
    }

    /** Those whose time is over and whose files may still be there. */
    List<ExportJob> overdue(Instant now) {
        return database.sql("select " + COLUMNS
                        + " from audit_export where expires_at < ? and state in ('DONE', 'FAILED', 'PROPOSED')"
                        + " limit 100")
                .param(Columns.of(now))
                .query((row, _) -> job(row))
                .list();
    }

    void expired(UUID id) {
        database.sql("update audit_export set state = 'EXPIRED' where export_id = ?")
                .param(Columns.octets(id))
                .update();
    }

    private static ExportJob job(ResultSet row) throws SQLException {
        Map<FilterField, String> terms = new EnumMap<>(FilterField.class);
        Map<String, String> text = JSON.readValue(row.getString("terms"), new TypeReference<>() {});
        text.forEach((field, value) -> terms.put(FilterField.valueOf(field), value));
        byte @Nullable [] digest = row.getBytes("sha256");
        return new ExportJob(
                Columns.uuid(row.getBytes("export_id")),
                ExportFormat.valueOf(row.getString("format")),
                new EventFilter(time(row, "from_at"), time(row, "until_at"), terms),
                Secrecy.of(row.getInt("secrecy")),
                row.getString("requested_by"),
                time(row, "requested_at"),
                row.getString("decided_by"),
                ExportJob.State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("size"),
                digest == null ? null : Sha256.fromBytes(digest),
                row.getString("fault"),
                time(row, "expires_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Columns.instant(Objects.requireNonNull(row.getObject(column, LocalDateTime.class)));
    }
}
