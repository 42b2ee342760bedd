package vn.lienthong.node.statement.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Standing;

/** Where documents stand at their recipients, for lists; also what serialises all that is stated about one of them. */
@Component
@InNodeRole
class StandingRows {

    private static final String COLUMNS =
            "select parcel_id, sender_code, recipient_code, status, status_at, reason, words, arrival_number, due_date,"
                    + " open_recall, withdrawn, reminders, reminded_at from statement_standing";

    private final JdbcTemplate sql;

    StandingRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Locks the row until the end of the transaction, and makes it when there is none. */
    void lock(ParcelId parcel, AgencyCode sender, AgencyCode recipient, Instant now) {
        sql.update(
                "insert into statement_standing (parcel_id, recipient_code, sender_code, changed_at)"
                        + " values (?, ?, ?, ?) on duplicate key update sender_code = values(sender_code)",
                Columns.octets(parcel.value()),
                recipient.value(),
                sender.value(),
                Columns.of(now));
    }

    void write(Standing standing, Instant now) {
        Known status = standing.status();
        StatementId open = standing.openRecall();
        Instant reminded = standing.remindedAt();
        Instant statusAt = standing.statusAt();
        sql.update(
                "update statement_standing set status = ?, status_at = ?, reason = ?, words = ?, arrival_number = ?,"
                        + " due_date = ?, open_recall = ?, withdrawn = ?, reminders = ?, reminded_at = ?,"
                        + " changed_at = ? where parcel_id = ? and recipient_code = ?",
                status == null ? null : status.code(),
                statusAt == null ? null : Columns.of(statusAt),
                standing.words().reason(),
                standing.words().text(),
                standing.arrivalNumber(),
                standing.dueDate(),
                open == null ? null : Columns.octets(open.value()),
                standing.withdrawn(),
                standing.reminders(),
                reminded == null ? null : Columns.of(reminded),
                Columns.of(now),
                Columns.octets(standing.parcelId().value()),
                standing.recipient().value());
    }

    Optional<Standing> find(ParcelId parcel, AgencyCode recipient) {
        return sql
                .query(
                        COLUMNS + " where parcel_id = ? and recipient_code = ?",
                        (row, _) -> standing(row),
                        Columns.octets(parcel.value()),
                        recipient.value())
                .stream()
                .findFirst();
    }

    List<Standing> of(Collection<ParcelId> parcels) {
        if (parcels.isEmpty()) {
            return List.of();
        }
        return sql.query(
                COLUMNS + " where parcel_id in (" + String.join(", ", Collections.nCopies(parcels.size(), "?"))
                        + ") order by parcel_id, recipient_code",
                (row, _) -> standing(row),
                parcels.stream().map(parcel -> Columns.octets(parcel.value())).toArray());
    }

    /** Those with a recall request that waits for an answer of these recipients, oldest first. */
    List<Standing> waiting(Collection<AgencyCode> recipients, int limit) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        List<Object> parameters =
                new ArrayList<>(recipients.stream().map(AgencyCode::value).toList());
        parameters.add(limit);
        return sql.query(
                COLUMNS + " where open_recall is not null and recipient_code in ("
                        + String.join(", ", Collections.nCopies(recipients.size(), "?"))
                        + ") order by open_recall limit ?",
                (row, _) -> standing(row),
                parameters.toArray());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        byte[] open = row.getBytes(10);
        return new Standing(
                new ParcelId(Columns.uuid(row.getBytes(1))),
                new AgencyCode(row.getString(2)),
                new AgencyCode(row.getString(3)),
                status(row.getString(4)),
                instant(row.getObject(5, LocalDateTime.class)),
                new StatementWords(row.getString(6), row.getString(7)),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                open == null ? null : new StatementId(Columns.uuid(open)),
                row.getBoolean(11),
                row.getInt(12),
                instant(row.getObject(13, LocalDateTime.class)));
    }

    static @Nullable Known status(@Nullable String code) {
        return Arrays.stream(Known.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
