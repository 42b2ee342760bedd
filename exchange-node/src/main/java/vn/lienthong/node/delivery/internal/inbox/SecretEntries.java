package vn.lienthong.node.delivery.internal.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.platform.InNodeRole;

/** The entries of secrets in the database: an index of their own, and nothing of the documents. */
@Component
@InNodeRole
class SecretEntries {

    private static final String SELECT =
            "select e.entry_id, e.parcel_id, e.recipient_code, e.state, p.sender_code, p.secrecy,"
                    + " p.received_at, p.urgency, p.package_size, p.package_sha512, length(p.envelope) > 0 as kept"
                    + " from inbox_entry e join inbound_parcel p on p.parcel_id = e.parcel_id where e.secrecy > 0 and ";

    private final JdbcClient database;
    private final AgencyCodes codes;

    SecretEntries(JdbcClient database, AgencyCodes codes) {
        this.database = database;
        this.codes = codes;
    }

    List<SecretEntry> page(Collection<String> recipients, long before, int limit) {
        return recipients.isEmpty()
                ? List.of()
                : database.sql(SELECT + "e.recipient_code in (:codes) and e.entry_id < :before"
                                + " order by e.entry_id desc limit :most")
                        .param("codes", recipients)
                        .param("before", before)
                        .param("most", limit)
                        .query((row, _) -> entry(row))
                        .list();
    }

    Optional<SecretEntry> find(Collection<String> recipients, long entryId) {
        return recipients.isEmpty()
                ? Optional.empty()
                : database.sql(SELECT + "e.recipient_code in (:codes) and e.entry_id = :entry")
                        .param("codes", recipients)
                        .param("entry", entryId)
                        .query((row, _) -> entry(row))
                        .optional();
    }

    Optional<SecretEntry> find(ParcelId parcel, AgencyCode recipient) {
        return database.sql(SELECT + "e.recipient_code = :code and e.parcel_id = :parcel")
                .param("code", recipient.value())
                .param("parcel", Columns.octets(parcel.value()))
                .query((row, _) -> entry(row))
                .optional();
    }

    private SecretEntry entry(ResultSet row) throws SQLException {
        AgencyCode sender = new AgencyCode(row.getString("sender_code"));
        Instant receivedAt = Columns.instant(row, "received_at");
        return new SecretEntry(
                row.getLong("entry_id"),
                new ParcelId(Columns.uuid(row.getBytes("parcel_id"))),
                new AgencyCode(row.getString("recipient_code")),
                sender,
                codes.name(sender, receivedAt),
                ColumnCodes.secrecy(row.getInt("secrecy")),
                receivedAt,
                row.getInt("urgency"),
                InboxRows.state(row.getInt("state")),
                row.getLong("package_size"),
                HexFormat.of().formatHex(row.getBytes("package_sha512")),
                row.getBoolean("kept"));
    }
}
