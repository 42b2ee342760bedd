package vn.lienthong.node.audit.internal.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertRule;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.AlertStep;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.internal.search.Sight;

/** Rules and alerts in the database. */
@Service
class StoredAlerts implements Alerts {

    private static final int MOST = 200;
    private static final int MOST_OPEN = 1000;
    private static final int LONGEST_NOTE = 1000;
    private static final int SHORTEST_CLOSING = 10;

    private final JdbcClient database;
    private final AlertRows rows;
    private final Sight sight;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredAlerts(
            JdbcClient database,
            AlertRows rows,
            Sight sight,
            AuditTrail trail,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.sight = sight;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<AlertRule> rules() {
        Map<RuleTemplate, AlertRule> rules = new EnumMap<>(RuleTemplate.class);
        Arrays.stream(RuleTemplate.values())
                .filter(template -> !template.madeByOfficers())
                .forEach(template -> rules.put(template, AlertRule.usual(template)));
        for (AlertRule rule : stored()) {
            rules.put(rule.template(), rule);
        }
        return List.copyOf(rules.values());
    }

    private List<AlertRule> stored() {
        return database.sql("select template, enabled, threshold, window_minutes from audit_rule")
                .query((row, _) -> new AlertRule(
                        RuleTemplate.valueOf(row.getString("template")),
                        row.getBoolean("enabled"),
                        row.getInt("threshold"),
                        Duration.ofMinutes(row.getInt("window_minutes"))))
                .list();
    }

    @Override
    @Transactional
    public AlertRule setRule(RuleTemplate template, boolean enabled, int threshold, Duration window) {
        AlertRule rule = new AlertRule(template, enabled, threshold, window);
        database.sql("insert into audit_rule (template, enabled, threshold, window_minutes) values (?, ?, ?, ?)"
                        + " on duplicate key update enabled = values(enabled), threshold = values(threshold),"
                        + " window_minutes = values(window_minutes)")
                .params(template.name(), enabled, threshold, window.toMinutes())
                .update();
        trail.record(SecurityEvent.of(EventKind.ALERT_RULE)
                .on(EventObject.of(EventObject.Kind.CASE, template.name()))
                .with("enabled", enabled)
                .with("threshold", threshold)
                .with("windowMinutes", window.toMinutes()));
        return rule;
    }

    @Override
    @Transactional
    public Alert test(RuleTemplate template) {
        return test(AlertSource.of(template));
    }

    /** Raises an alert of that source for a test. */
    @Transactional
    public Alert test(AlertSource source) {
        Alert alert = fresh(source, "", Secrecy.ORDINARY, clock.instant(), null, true);
        rows.insert(alert, source.key("test " + alert.id(), Secrecy.ORDINARY), false);
        trail.record(SecurityEvent.of(EventKind.ALERT_TEST)
                .on(EventObject.of(EventObject.Kind.CASE, alert.id()))
                .with("rule", source.name()));
        return alert;
    }

    /**
     * Adds to the open alert of this source and subject, or opens one; unless it was closed after the event.
     *
     * @param level up to which it speaks of secrets
     * @param at when the event happened, or since when something stays away
     * @param event the event; null when something stays away
     */
    @Transactional
    public void raise(AlertSource source, String about, Secrecy level, Instant at, @Nullable EventId event) {
        Sha256 key = source.key(about, level);
        if (rows.add(key, event, at) || !rows.closed(key).isBefore(at)) {
            return;
        }
        Alert alert = fresh(source, about, level, at, event, false);
        rows.insert(alert, key, true);
        SecurityEvent opened = SecurityEvent.of(EventKind.ALERT_OPEN)
                .on(about(alert))
                .with("rule", source.name())
                .with("severity", source.severity());
        trail.record(event == null ? opened.with("since", at) : opened.with("event", event));
    }

    private static EventObject about(Alert alert) {
        return EventObject.of(EventObject.Kind.CASE, alert.id()).speakingOf(alert.secrecy());
    }

    private Alert fresh(
            AlertSource source, String about, Secrecy level, Instant at, @Nullable EventId event, boolean test) {
        return new Alert(
                ids.next(),
                source.template(),
                source.rule(),
                source.severity(),
                about,
                level,
                AlertState.OPEN,
                source.owner(),
                clock.instant(),
                at,
                1,
                event,
                test,
                new ArrayList<>());
    }

    @Override
    public List<Alert> list(Set<AlertState> states, @Nullable UUID before, int limit) {
        return states.isEmpty() ? List.of() : rows.list(states, sight.here(), before, Math.clamp(limit, 1, MOST));
    }

    @Override
    public long open() {
        return rows.open(sight.here(), MOST_OPEN);
    }

    @Override
    public Optional<Alert> find(UUID id) {
        return seen(id, false);
    }

    private Optional<Alert> seen(UUID id, boolean lock) {
        Secrecy up = sight.here();
        return rows.find(id, lock).filter(alert -> up.covers(alert.secrecy()));
    }

    @Override
    @Transactional
    public AlertStep move(UUID id, AlertState to, String officer, String note) {
        Optional<Alert> alert = seen(id, true);
        if (alert.isEmpty()) {
            return new AlertStep.Absent();
        }
        if (alert.get().state() == AlertState.CLOSED) {
            return new AlertStep.AlreadyClosed();
        }
        String text = note.strip();
        if (to == AlertState.CLOSED && text.length() < SHORTEST_CLOSING) {
            return new AlertStep.NoteMissing();
        }
        String kept = text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text;
        rows.move(id, to, officer, kept, clock.instant());
        trail.record(SecurityEvent.of(EventKind.ALERT_CHANGE)
                .on(about(alert.get()))
                .with("before", alert.get().state())
                .with("after", to)
                .withPrivate("note", kept));
        return new AlertStep.Moved(rows.find(id, false).orElseThrow());
    }
}
