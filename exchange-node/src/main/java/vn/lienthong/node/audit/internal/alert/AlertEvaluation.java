package vn.lienthong.node.audit.internal.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventRecorded;
import vn.lienthong.node.audit.alert.AlertRule;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FoundEvent;

/**
 * Evaluates rules a moment after the commit of what they count: whoever records only notes which rule and subject to look at.
 * What was noted and not yet looked at when the program ended is found again at the next start.
 */
@Component
class AlertEvaluation implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(AlertEvaluation.class);
    private static final int MOST_NOTED = 20_000;
    private static final int MOST_REPEATED = 5000;
    private static final Duration REPEATED = Duration.ofMinutes(15);
    private static final Map<EventKind, Set<RuleTemplate>> TEMPLATES = templates();

    private final StoredAlerts alerts;
    private final AlertRows rows;
    private final EventQueries events;
    private final InstantSource clock;
    private final Map<Subject, Trigger> noted = new ConcurrentHashMap<>();
    private final AtomicBoolean first = new AtomicBoolean(true);

    private record Subject(RuleTemplate template, String about, Secrecy secrecy) {}

    AlertEvaluation(StoredAlerts alerts, AlertRows rows, EventQueries events, InstantSource clock) {
        this.alerts = alerts;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    private static Map<EventKind, Set<RuleTemplate>> templates() {
        Map<EventKind, Set<RuleTemplate>> templates = new EnumMap<>(EventKind.class);
        for (RuleTemplate template : RuleTemplate.values()) {
            template.triggers()
                    .forEach(kind -> templates
                            .computeIfAbsent(kind, _ -> EnumSet.noneOf(RuleTemplate.class))
                            .add(template));
        }
        return templates;
    }

    @EventListener
    void recorded(EventRecorded news) {
        if (TEMPLATES.containsKey(news.event().kind())) {
            note(Trigger.of(news));
        }
    }

    private void note(Trigger trigger) {
        for (RuleTemplate template : TEMPLATES.getOrDefault(trigger.kind(), Set.of())) {
            if (trigger.concerns(template) && noted.size() < MOST_NOTED) {
                trigger.group(template)
                        .ifPresent(about -> noted.merge(
                                new Subject(template, about, trigger.secrecy()), trigger, AlertEvaluation::later));
            }
        }
    }

    private static Trigger later(Trigger one, Trigger other) {
        return one.id().compareTo(other.id()) >= 0 ? one : other;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void run() {
        if (first.getAndSet(false)) {
            repeat();
        }
        if (noted.isEmpty()) {
            return;
        }
        Map<RuleTemplate, AlertRule> rules = new EnumMap<>(RuleTemplate.class);
        alerts.rules().forEach(rule -> rules.put(rule.template(), rule));
        for (Iterator<Map.Entry<Subject, Trigger>> all = noted.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Subject, Trigger> next = all.next();
            AlertRule rule = rules.get(next.getKey().template());
            if (rule == null || !rule.enabled() || judged(rule, next.getKey(), next.getValue())) {
                var _ = noted.remove(next.getKey(), next.getValue());
            }
        }
    }

    /** Whether the subject has been looked at; one that could not be waits for the next round. */
    private boolean judged(AlertRule rule, Subject subject, Trigger trigger) {
        try {
            if (reached(rule, subject, trigger)) {
                alerts.raise(
                        AlertSource.of(rule.template()),
                        subject.about(),
                        subject.secrecy(),
                        trigger.at(),
                        trigger.id());
            }
            return true;
        } catch (DuplicateKeyException openedMeanwhile) {
            return false;
        } catch (DataAccessException away) {
            LOG.warn("a rule could not be evaluated now", away);
            return false;
        }
    }

    private boolean reached(AlertRule rule, Subject subject, Trigger trigger) {
        if (rule.threshold() == 1) {
            return true;
        }
        Instant window = trigger.at().minus(rule.window());
        Instant closed = rows.closed(AlertSource.of(rule.template()).key(subject.about(), subject.secrecy()));
        Instant since = closed.isAfter(window) ? closed : window;
        return rows.count(rule.template(), subject.about(), subject.secrecy(), since, rule.threshold())
                >= rule.threshold();
    }

    private void repeat() {
        Instant now = clock.instant();
        List<FoundEvent> recent = events.forward(
                new EventFilter(now.minus(REPEATED), now.plusSeconds(1), Map.of()),
                Secrecy.TOP_SECRET,
                null,
                MOST_REPEATED);
        recent.forEach(event -> Trigger.of(event).ifPresent(this::note));
    }
}
