package vn.lienthong.node.audit.internal.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.alert.RuleTerms;
import vn.lienthong.node.audit.alert.SearchRule;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.audit.internal.alert.StoredSearchRules.Active;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FoundEvent;

/**
 * Looks at the rules of officers again and again. Nothing is remembered between two rounds: what an alert knows already is not
 * added twice, and a silence for which an alert was closed does not ring again before something came and stayed away anew.
 */
@Component
class SearchRuleEvaluation implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRuleEvaluation.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    /** Further back nobody looks for the last sign. */
    private static final Duration FAR = Duration.ofDays(92);

    private final StoredSearchRules rules;
    private final StoredAlerts alerts;
    private final AlertRows rows;
    private final EventQueries events;
    private final Silence silence;
    private final InstantSource clock;

    SearchRuleEvaluation(
            StoredSearchRules rules,
            StoredAlerts alerts,
            AlertRows rows,
            EventQueries events,
            Silence silence,
            InstantSource clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.rows = rows;
        this.events = events;
        this.silence = silence;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        for (Active active : rules.active()) {
            try {
                evaluate(active);
            } catch (DataAccessException away) {
                LOG.warn("a rule of an officer could not be evaluated now", away);
            }
        }
    }

    private void evaluate(Active active) {
        SearchRule rule = active.rule();
        switch (rule.terms().kind()) {
            case MANY -> {
                many(rule, Secrecy.ORDINARY);
                many(rule, Secrecy.TOP_SECRET);
            }
            case NONE -> silent(active, "", lastEvent(rule));
            case AGENCY_SILENT ->
                rule.terms().agencies().forEach(agency -> silent(active, agency, silence.lastSign(agency)));
            case NOT_SHIPPED -> silence.oldestNotShipped().ifPresent(oldest -> silent(active, "", Optional.of(oldest)));
        }
    }

    /** Rings for everybody by what everybody may see, and for cleared officers by everything as soon as that holds a secret. */
    private void many(SearchRule rule, Secrecy sight) {
        RuleTerms terms = rule.terms();
        AlertSource source = AlertSource.of(rule);
        Instant now = clock.instant();
        Instant window = now.minus(terms.window());
        Instant closed = rows.closed(source.key("", sight));
        EventFilter filter =
                new EventFilter(closed.isAfter(window) ? closed : window, now.plusSeconds(1), terms.terms());
        boolean concerns =
                !sight.isStateSecret() || events.highest(filter, sight).isStateSecret();
        if (concerns && events.countUpTo(filter, sight, terms.threshold()) >= terms.threshold()) {
            events.find(filter, sight, new EventCursor.Newest(), 1).events().stream()
                    .findFirst()
                    .ifPresent(newest -> alerts.raise(source, "", sight, newest.at(), newest.id()));
        }
    }

    /** Of what everybody may see: that an alert stays away must not tell of a secret. */
    private Optional<Instant> lastEvent(SearchRule rule) {
        Instant now = clock.instant();
        EventFilter filter = new EventFilter(
                now.minus(FAR), now.plusSeconds(1), Map.copyOf(rule.terms().terms()));
        List<FoundEvent> newest = events.find(filter, Secrecy.ORDINARY, new EventCursor.Newest(), 1)
                .events();
        return newest.stream().map(FoundEvent::at).findFirst();
    }

    private void silent(Active active, String about, Optional<Instant> last) {
        RuleTerms terms = active.rule().terms();
        Instant now = clock.instant();
        Instant begin = Stream.concat(last.stream(), Stream.of(active.since()))
                .max(Comparator.naturalOrder())
                .orElse(now);
        Duration silent = silence.length(begin, now, terms.workingTime());
        AlertSource source = AlertSource.of(active.rule());
        // An alert that was closed after the silence began has been about this silence.
        if (silent.compareTo(terms.window()) >= 0
                && rows.closed(source.key(about, Secrecy.ORDINARY)).isBefore(begin)) {
            alerts.raise(source, about, Secrecy.ORDINARY, begin, null);
        }
    }
}
