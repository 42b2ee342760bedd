package vn.lienthong.node.audit.internal.search;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.BoundedCount;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.audit.search.Histogram;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;

/** Reads events. Records nothing: for this program itself, and for what records by itself. */
@Component
public class EventQueries {

    private static final String COLUMNS = "event_id, occurred_at, action, severity, outcome, channel, secrecy, actor,"
            + " actor_role, object_kind, object_id, reason, correlation_id, address";

    private final JdbcClient database;
    private final LogBook log;
    private final Histograms histograms;

    EventQueries(JdbcClient database, LogBook log, Histograms histograms) {
        this.database = database;
        this.log = log;
        this.histograms = histograms;
    }

    /** A page, newest first, for somebody who is cleared up to a level. */
    public EventPage find(EventFilter filter, Secrecy sight, EventCursor cursor, int size) {
        Conditions conditions = Conditions.of(filter, sight);
        return switch (cursor) {
            case EventCursor.Newest() -> older(rows(conditions, "desc", size + 1), size, false);
            case EventCursor.Before(EventId event) ->
                older(rows(conditions.and("event_id < ?", event.octets()), "desc", size + 1), size, true);
            case EventCursor.After(EventId event) ->
                newer(rows(conditions.and("event_id > ?", event.octets()), "asc", size + 1), size);
        };
    }

    private static EventPage older(List<FoundEvent> found, int size, boolean hasNewer) {
        List<FoundEvent> shown = found.subList(0, Math.min(size, found.size()));
        @Nullable
        EventCursor newer = hasNewer && !shown.isEmpty()
                ? new EventCursor.After(shown.getFirst().id())
                : null;
        @Nullable
        EventCursor older =
                found.size() > size ? new EventCursor.Before(shown.getLast().id()) : null;
        return new EventPage(shown, newer, older);
    }

    private static EventPage newer(List<FoundEvent> found, int size) {
        List<FoundEvent> shown = found.subList(0, Math.min(size, found.size())).reversed();
        @Nullable
        EventCursor newer =
                found.size() > size ? new EventCursor.After(shown.getFirst().id()) : null;
        @Nullable
        EventCursor older =
                shown.isEmpty() ? null : new EventCursor.Before(shown.getLast().id());
        return new EventPage(shown, newer, older);
    }

    /** Events after one, oldest first, for somebody who is cleared up to a level: for going through all of them. */
    public List<FoundEvent> forward(EventFilter filter, Secrecy sight, @Nullable EventId after, int size) {
        Conditions conditions = Conditions.of(filter, sight);
        return rows(after == null ? conditions : conditions.and("event_id > ?", after.octets()), "asc", size);
    }

    private List<FoundEvent> rows(Conditions conditions, String order, int limit) {
        // First which events, from the index alone, then the rows of these few.
        return database.sql("select " + COLUMNS + " from audit_event join (select event_id found_id from audit_event"
                        + conditions.index() + " where " + conditions.where() + " order by event_id " + order
                        + " limit " + limit + ") found on event_id = found_id order by event_id " + order)
                .params(conditions.values())
                .query((row, _) -> found(row))
                .list();
    }

    /** These events, in no order; those that are not there are left out. */
    public List<FoundEvent> all(List<EventId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select " + COLUMNS + " from audit_event where event_id in ("
                                + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")")
                        .params(ids.stream().map(EventId::octets).toList())
                        .query((row, _) -> found(row))
                        .list();
    }

    /** How many, up to the bound. */
    public BoundedCount count(EventFilter filter, Secrecy sight) {
        long found = countUpTo(filter, sight, BoundedCount.BOUND + 1);
        return new BoundedCount(Math.min(found, BoundedCount.BOUND), found > BoundedCount.BOUND);
    }

    /** How many, up to this many. */
    public long countUpTo(EventFilter filter, Secrecy sight, long bound) {
        Conditions conditions = Conditions.of(filter, sight);
        return database.sql("select count(*) from (select 1 from audit_event" + conditions.index() + " where "
                        + conditions.where() + " limit " + bound + ") counted")
                .params(conditions.values())
                .query(Long.class)
                .single();
    }

    /**
     * The highest level of what somebody cleared up to a level finds; ordinary when none of it is about state secrets.
     *
     * @param sight up to which the asker is cleared
     */
    public Secrecy highest(EventFilter filter, Secrecy sight) {
        if (!sight.isStateSecret()) {
            return Secrecy.ORDINARY;
        }
        Conditions secret = Conditions.hidden(filter, Secrecy.ORDINARY).and("secrecy <= ?", sight.number());
        int found = database.sql("select coalesce(max(secrecy), 0) from audit_event" + secret.index() + " where "
                        + secret.where())
                .params(secret.values())
                .query(Integer.class)
                .single();
        return Secrecy.of(found);
    }

    /** How they spread. */
    public Histogram histogram(EventFilter filter, Secrecy sight, int bars) {
        return histograms.of(filter, sight, bars);
    }

    /** Everything about an event. */
    public Optional<EventDetail> detail(EventId id) {
        return database.sql("select " + COLUMNS + ", log_entry, (select octets from audit_octets o"
                        + " where o.event_id = e.event_id) told, (select octets from audit_private p"
                        + " where p.event_id = e.event_id) octets, (select salt from audit_private p"
                        + " where p.event_id = e.event_id) salt from audit_event e where event_id = ?")
                .param(id.octets())
                .query((row, _) -> detail(row))
                .optional();
    }

    private EventDetail detail(ResultSet row) throws SQLException {
        LogEntryId entry = new LogEntryId(Columns.uuid(row.getBytes("log_entry")));
        // Octets that somebody has removed are as wrong as others: the commitment does not fit.
        byte[] told = Objects.requireNonNullElse(row.getBytes("told"), new byte[0]);
        String text = new String(told, StandardCharsets.UTF_8);
        Octets commitment = Octets.of(
                WireFormats.LOG_COMMITMENT.encode(new LogCommitment(LogCommitment.Kind.EVENT, Sha256.of(told))));
        boolean committed =
                log.find(entry).map(LogEntry::octets).filter(commitment::equals).isPresent();
        byte @Nullable [] octets = row.getBytes("octets");
        byte @Nullable [] salt = row.getBytes("salt");
        if (octets == null || salt == null) {
            return new EventDetail(found(row), text, null, true, entry, committed);
        }
        boolean genuine = text.contains(
                "\"privateSha256\":\"" + Sha256.ofParts(salt, octets).hex() + "\"");
        String privateText = new String(octets, StandardCharsets.UTF_8);
        return new EventDetail(found(row), text, privateText, genuine, entry, committed);
    }

    private static FoundEvent found(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("object_kind");
        return new FoundEvent(
                EventId.of(row.getBytes("event_id")),
                Columns.instant(Objects.requireNonNull(row.getObject("occurred_at", LocalDateTime.class))),
                row.getString("action"),
                Severity.valueOf(row.getString("severity")),
                Outcome.valueOf(row.getString("outcome")),
                Channel.valueOf(row.getString("channel")),
                row.getObject("secrecy", Integer.class),
                row.getString("actor"),
                row.getString("actor_role"),
                kind == null ? null : EventObject.Kind.valueOf(kind),
                row.getString("object_id"),
                row.getString("reason"),
                row.getString("correlation_id"),
                row.getString("address"));
    }
}
