package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Statuses that follow from what happened and are still to be stated: the rows are the queue. */
@Component
@InNodeRole
class OwedRows {

    private final JdbcTemplate sql;

    OwedRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * One status that is owed.
     *
     * @param parcel about which parcel
     * @param recipient whose status
     * @param status which
     */
    record Owed(ParcelId parcel, AgencyCode recipient, Known status) {}

    void add(List<Owed> owed, Instant now) {
        sql.batchUpdate(
                "insert ignore into statement_owed (parcel_id, recipient_code, status, owed_since, not_before)"
                        + " values (?, ?, ?, ?, ?)",
                owed.stream()
                        .map(one -> new Object[] {
                            Columns.octets(one.parcel().value()),
                            one.recipient().value(),
                            one.status().code(),
                            Columns.of(now),
                            Columns.of(now)
                        })
                        .toList());
    }

    /** Locks what is due, oldest first, until the end of the transaction; what another replica has locked is passed over. */
    List<Owed> due(Instant now, int limit) {
        return sql.query(
                "select parcel_id, recipient_code, status from statement_owed where not_before <= ?"
                        + " order by not_before limit ? for update skip locked",
                (row, _) -> new Owed(
                        new ParcelId(Columns.uuid(row.getBytes(1))),
                        new AgencyCode(row.getString(2)),
                        Objects.requireNonNull(StandingRows.status(row.getString(3)))),
                Columns.of(now),
                limit);
    }

    void settled(List<Owed> owed) {
        sql.batchUpdate(
                "delete from statement_owed where parcel_id = ? and recipient_code = ? and status = ?",
                owed.stream().map(OwedRows::key).toList());
    }

    void later(List<Owed> owed, Instant notBefore) {
        sql.batchUpdate(
                "update statement_owed set not_before = ? where parcel_id = ? and recipient_code = ? and status = ?",
                owed.stream()
                        .map(one -> new Object[] {
                            Columns.of(notBefore),
                            Columns.octets(one.parcel().value()),
                            one.recipient().value(),
                            one.status().code()
                        })
                        .toList());
    }

    private static Object[] key(Owed one) {
        return new Object[] {
            Columns.octets(one.parcel().value()),
            one.recipient().value(),
            one.status().code()
        };
    }
}
