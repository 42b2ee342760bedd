package vn.lienthong.node.audit.internal.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.RetentionClass;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.internal.search.Sight;
import vn.lienthong.node.audit.retention.HoldTerms;
import vn.lienthong.node.audit.retention.LegalHold;
import vn.lienthong.node.audit.retention.Retention;
import vn.lienthong.node.audit.retention.RetentionPolicy;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.database.Columns;

/** Periods and holds in the database. */
@Service
class StoredRetention implements Retention {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 200;
    private static final String COLUMNS =
            "hold_id, object_id, actor, from_at, until_at, reason, set_by, set_at, released_by, released_at";

    private final JdbcClient database;
    private final AuditTrail trail;
    private final EventQueries events;
    private final Sight sight;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredRetention(
            JdbcClient database,
            AuditTrail trail,
            EventQueries events,
            Sight sight,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.database = database;
        this.trail = trail;
        this.events = events;
        this.sight = sight;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<RetentionPolicy> policies() {
        Map<RetentionClass, RetentionPolicy> policies = new EnumMap<>(RetentionClass.class);
        Arrays.stream(RetentionClass.values())
                .forEach(about -> policies.put(about, new RetentionPolicy(about, RetentionPolicy.USUAL_MONTHS)));
        database.sql("select class, months from audit_retention").query(row -> {
            RetentionClass about = RetentionClass.valueOf(row.getString(1));
            policies.put(about, new RetentionPolicy(about, row.getInt(2)));
        });
        return List.copyOf(policies.values());
    }

    @Override
    @Transactional
    public RetentionPolicy setPolicy(RetentionClass about, int months) {
        RetentionPolicy policy = new RetentionPolicy(about, months);
        int before = policies().stream()
                .filter(other -> other.about() == about)
                .findFirst()
                .orElse(policy)
                .months();
        database.sql("insert into audit_retention (class, months) values (?, ?)"
                        + " on duplicate key update months = values(months)")
                .params(about.name(), months)
                .update();
        trail.record(SecurityEvent.of(EventKind.AUDIT_RETENTION)
                .on(EventObject.of(EventObject.Kind.SETTING, about))
                .with("beforeMonths", before)
                .with("afterMonths", months));
        return policy;
    }

    @Override
    public List<LegalHold> holds(boolean alsoReleased) {
        // A hold on what somebody must not know of would tell that it is there.
        return database.sql("select " + COLUMNS + " from audit_hold h where not exists (select 1 from audit_event e"
                        + " where e.object_id = h.object_id and e.secrecy > ?)"
                        + (alsoReleased ? "" : " and released_at is null") + " order by hold_id desc limit 500")
                .param(sight.here().number())
                .query((row, _) -> hold(row))
                .list();
    }

    @Override
    @Transactional
    public LegalHold hold(HoldTerms terms, String reason, String officer) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 10 to 500 characters");
        }
        Erasure.guard(database);
        LegalHold hold = new LegalHold(ids.next(), terms, why, officer, clock.instant(), null, null);
        database.sql("insert into audit_hold (hold_id, object_id, actor, from_at, until_at, reason, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(values(hold))
                .update();
        SecurityEvent event = SecurityEvent.of(EventKind.AUDIT_HOLD)
                .on(EventObject.of(EventObject.Kind.CASE, hold.id()))
                .withPrivate("reason", why);
        trail.record(terms.object() == null ? event : event.on(about(hold)).with("object", terms.object()));
        return hold;
    }

    /** As secret as the most secret thing that happened to what is held. */
    private EventObject about(LegalHold hold) {
        Map<FilterField, String> object =
                Map.of(FilterField.OBJECT, String.valueOf(hold.terms().object()));
        EventFilter always = new EventFilter(Instant.EPOCH, clock.instant().plusSeconds(1), object);
        return EventObject.of(EventObject.Kind.CASE, hold.id()).speakingOf(events.highest(always, Secrecy.TOP_SECRET));
    }

    private static List<@Nullable Object> values(LegalHold hold) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Columns.octets(hold.id()));
        values.add(hold.terms().object());
        values.add(hold.terms().actor());
        values.add(hold.terms().from() == null ? null : Columns.of(hold.terms().from()));
        values.add(hold.terms().until() == null ? null : Columns.of(hold.terms().until()));
        values.add(hold.reason());
        values.add(hold.setBy());
        values.add(Columns.of(hold.setAt()));
        return values;
    }

    @Override
    @Transactional
    public boolean release(UUID id, String officer) {
        int released = database.sql(
                        "update audit_hold set released_by = ?, released_at = ? where hold_id = ? and released_at is"
                                + " null")
                .params(officer, Columns.of(clock.instant()), Columns.octets(id))
                .update();
        if (released == 1) {
            trail.record(SecurityEvent.of(EventKind.AUDIT_RELEASE).on(EventObject.of(EventObject.Kind.CASE, id)));
        }
        return released == 1;
    }

    @Override
    public List<FoundEvent> erasures(int limit) {
        EventFilter filter = new EventFilter(
                Instant.EPOCH,
                clock.instant().plusSeconds(1),
                Map.of(FilterField.ACTION, EventKind.AUDIT_ERASE.action()));
        return events.find(filter, sight.here(), new EventCursor.Newest(), Math.clamp(limit, 1, MOST))
                .events();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        HoldTerms terms = new HoldTerms(
                row.getString("object_id"),
                row.getString("actor"),
                time(row, "from_at").orElse(null),
                time(row, "until_at").orElse(null));
        return new LegalHold(
                Columns.uuid(row.getBytes("hold_id")),
                terms,
                row.getString("reason"),
                row.getString("set_by"),
                Objects.requireNonNull(time(row, "set_at").orElse(null)),
                row.getString("released_by"),
                time(row, "released_at").orElse(null));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Columns::instant);
    }
}
