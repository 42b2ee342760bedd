package vn.lienthong.node.events.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.events.EventType;
import vn.lienthong.node.platform.InNodeRole;

/** Events in the database. */
@InNodeRole
@Component
class EventRows {

    private static final String COLUMNS = "select place, told_at, agency_code, type, parcel_id, entry_id, counterpart,"
            + " statement_id, status, code from agency_event";

    private final JdbcTemplate sql;

    EventRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Writes events that have no place yet. */
    void insert(List<AgencyNews> news, Instant now) {
        int[] written = sql.batchUpdate(
                "insert into agency_event (agency_code, type, parcel_id, entry_id, counterpart, statement_id, status,"
                        + " code, told_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                news.stream().map(one -> columns(one, now)).toList());
        if (written.length != news.size()) {
            throw new IllegalStateException("wrote " + written.length + " events of " + news.size());
        }
    }

    private static @Nullable Object[] columns(AgencyNews news, Instant now) {
        ParcelId parcel = news.parcelId();
        StatementId statement = news.statementId();
        AgencyCode counterpart = news.counterpart();
        return new @Nullable Object[] {
            news.agency().value(),
            news.type().word(),
            parcel == null ? null : Columns.octets(parcel.value()),
            news.entryId(),
            counterpart == null ? null : counterpart.value(),
            statement == null ? null : Columns.octets(statement.value()),
            news.status(),
            news.code(),
            Columns.of(now)
        };
    }

    /** Whether events wait for their place. */
    boolean anyWithoutPlace() {
        return !sql.queryForList("select event_id from agency_event where place is null limit 1")
                .isEmpty();
    }

    /** Returns the last place that was given. */
    long head() {
        return number("select place from agency_event_head where singleton = 1");
    }

    /** Returns the last place that was given; nobody else gives any before this transaction ends. */
    long lockHead() {
        return number("select place from agency_event_head where singleton = 1 for update");
    }

    private long number(String query, Object... arguments) {
        return Optional.ofNullable(sql.queryForObject(query, Long.class, arguments))
                .orElse(0L);
    }

    /** Returns committed events without a place, oldest first. */
    List<Long> withoutPlace(int limit) {
        return sql.query(
                "select event_id from agency_event where place is null order by event_id limit ?",
                (row, _) -> row.getLong(1),
                limit);
    }

    /** Gives these events the places behind the last one, which is locked. */
    void place(List<Long> events, long last) {
        int[] placed = sql.batchUpdate(
                "update agency_event set place = ? where event_id = ?",
                IntStream.range(0, events.size())
                        .mapToObj(index -> new Object[] {last + 1 + index, events.get(index)})
                        .toList());
        int moved = sql.update("update agency_event_head set place = ? where singleton = 1", last + events.size());
        if (placed.length != events.size() || moved != 1) {
            throw new IllegalStateException("the head of the events is missing");
        }
    }

    /** Returns who has events between two places, the second one included. */
    Set<AgencyCode> agencies(long after, long until) {
        return Set.copyOf(sql.query(
                "select distinct agency_code from agency_event where place > ? and place <= ?",
                (row, _) -> new AgencyCode(row.getString(1)),
                after,
                until));
    }

    List<AgencyEvent> after(AgencyCode agency, long place, int limit) {
        return List.copyOf(sql.query(
                COLUMNS + " where agency_code = ? and place > ? order by place limit ?",
                (row, _) -> event(row),
                agency.value(),
                place,
                limit));
    }

    /** Returns the place before the first event of an agency since a moment; empty when there is none. */
    Optional<Long> before(AgencyCode agency, Instant from) {
        return Optional.ofNullable(sql.queryForObject(
                "select min(place) - 1 from agency_event where agency_code = ? and told_at >= ?",
                Long.class,
                agency.value(),
                Columns.of(from)));
    }

    /** Whether something about the agency itself was told before. */
    boolean holds(AgencyNews news) {
        return !sql.queryForList(
                        "select event_id from agency_event where agency_code = ? and type = ? and code = ? limit 1",
                        news.agency().value(),
                        news.type().word(),
                        news.code())
                .isEmpty();
    }

    /** Removes events that are older; returns how many. */
    int forget(Instant before, int limit) {
        return sql.update(
                "delete from agency_event where told_at < ? order by told_at limit " + limit, Columns.of(before));
    }

    private static AgencyEvent event(ResultSet row) throws SQLException {
        return new AgencyEvent(
                row.getLong(1),
                Columns.instant(row, "told_at"),
                new AgencyNews(
                        new AgencyCode(row.getString(3)),
                        EventType.ofWord(row.getString(4)).orElseThrow(),
                        uuid(row.getBytes(5)).map(ParcelId::new).orElse(null),
                        row.getObject(6, Long.class),
                        Optional.ofNullable(row.getString(7))
                                .map(AgencyCode::new)
                                .orElse(null),
                        uuid(row.getBytes(8)).map(StatementId::new).orElse(null),
                        row.getString(9),
                        row.getString(10)));
    }

    private static Optional<UUID> uuid(byte @Nullable [] column) {
        return Optional.ofNullable(column).map(Columns::uuid);
    }
}
