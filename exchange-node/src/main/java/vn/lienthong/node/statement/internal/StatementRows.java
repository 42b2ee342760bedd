package vn.lienthong.node.statement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;

/** Statements in the database; written once, never changed. */
@Component
@InNodeRole
class StatementRows {

    private static final String COLUMNS = "select octets, signature, own, kept_at from statement";

    private final JdbcTemplate sql;

    StatementRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Writes one; own ones have an entry in the log. */
    void insert(KeptStatement kept, AgencyCode recipient, @Nullable LogEntryId entry) {
        Statement statement = kept.statement();
        Known status = statement.status();
        sql.update(
                "insert into statement (statement_id, parcel_id, recipient, kind, status, stated_at, kept_at, own,"
                        + " octets, signature, log_entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Columns.octets(statement.id().value()),
                Columns.octets(statement.subject().parcelId().value()),
                recipient.value(),
                statement.kind().word(),
                status == null ? null : status.code(),
                Columns.of(statement.at()),
                Columns.of(kept.keptAt()),
                kept.own(),
                kept.signed().octets().toByteArray(),
                kept.signed().signature().toByteArray(),
                entry == null ? null : Columns.octets(entry.value()));
    }

    Optional<KeptStatement> find(StatementId id) {
        return sql
                .query(COLUMNS + " where statement_id = ?", (row, _) -> kept(row), (Object) Columns.octets(id.value()))
                .stream()
                .findFirst();
    }

    List<KeptStatement> of(ParcelId parcel, AgencyCode recipient) {
        return sql.query(
                COLUMNS + " where parcel_id = ? and recipient = ? order by statement_id",
                (row, _) -> kept(row),
                Columns.octets(parcel.value()),
                recipient.value());
    }

    /** The digests that the contents of log entries have now. */
    Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries) {
        Map<LogEntryId, Sha256> digests = new HashMap<>();
        if (entries.isEmpty()) {
            return digests;
        }
        sql.query(
                "select log_entry, octets from statement where log_entry in ("
                        + String.join(", ", Collections.nCopies(entries.size(), "?")) + ")",
                row -> {
                    digests.put(new LogEntryId(Columns.uuid(row.getBytes(1))), Sha256.of(row.getBytes(2)));
                },
                entries.stream().map(entry -> Columns.octets(entry.value())).toArray());
        return digests;
    }

    /**
     * A row as it stands, whatever somebody has made of it.
     *
     * @param id its key
     * @param parcel column
     * @param recipient column
     * @param kind column
     * @param status column; empty when there is none
     * @param at column
     * @param own column
     * @param entry column
     * @param signed octets and signature
     */
    record Raw(
            UUID id,
            UUID parcel,
            String recipient,
            String kind,
            String status,
            Instant at,
            boolean own,
            @Nullable LogEntryId entry,
            SignedStatement signed) {}

    /** Rows in the order of their keys. */
    List<Raw> after(UUID last, int limit) {
        return sql.query(
                "select statement_id, parcel_id, recipient, kind, status, stated_at, own, log_entry, octets, signature"
                        + " from statement where statement_id > ? order by statement_id limit ?",
                (row, _) -> raw(row),
                Columns.octets(last),
                limit);
    }

    private static Raw raw(ResultSet row) throws SQLException {
        byte[] entry = row.getBytes(8);
        return new Raw(
                Columns.uuid(row.getBytes(1)),
                Columns.uuid(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                Objects.requireNonNullElse(row.getString(5), ""),
                Columns.instant(row.getObject(6, LocalDateTime.class)),
                row.getBoolean(7),
                entry == null ? null : new LogEntryId(Columns.uuid(entry)),
                new SignedStatement(Octets.of(row.getBytes(9)), Octets.of(row.getBytes(10))));
    }

    private static KeptStatement kept(ResultSet row) throws SQLException {
        SignedStatement signed = new SignedStatement(Octets.of(row.getBytes(1)), Octets.of(row.getBytes(2)));
        return switch (WireFormats.STATEMENT.decode(signed.octets().toByteArray())) {
            case Decoded.Value<Statement>(Statement statement) ->
                new KeptStatement(
                        statement, signed, row.getBoolean(3), Columns.instant(row.getObject(4, LocalDateTime.class)));
            case Decoded.Malformed<Statement>(String reason, String _) ->
                throw new IllegalStateException("a statement in the database was damaged: " + reason);
        };
    }
}
