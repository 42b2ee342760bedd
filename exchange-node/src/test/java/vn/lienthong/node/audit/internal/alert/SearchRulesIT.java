package vn.lienthong.node.audit.internal.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.AlertStep;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.alert.RuleTerms;
import vn.lienthong.node.audit.alert.SearchRule;
import vn.lienthong.node.audit.alert.SearchRules;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

/** Rules of officers, looked at with a clock that goes ahead of the one of the node. */
@NodeTest
class SearchRulesIT {

    private static final Map<FilterField, String> ANY = Map.of(FilterField.OBJECT, "nothing-ever");

    @Autowired
    private SearchRules rules;

    @Autowired
    private StoredSearchRules stored;

    @Autowired
    private StoredAlerts alerts;

    @Autowired
    private AlertRows rows;

    @Autowired
    private EventQueries events;

    @Autowired
    private Silence silence;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcClient database;

    /** Evidence without an entry of the log would be found by whoever verifies it; rules would ring in other tests. */
    @AfterEach
    void takeTheRowsAway() {
        var _ = database.sql("delete from evidence where issuer_node = 'Z11-1'").update();
        var _ = database.sql("delete from audit_search_rule").update();
    }

    @Test
    void ringsForTheEventsOfASearchAndBelongsToTheOwner() {
        String watched = "watched-" + ids.next();
        Map<FilterField, String> terms = Map.of(FilterField.OBJECT, watched, FilterField.ACTION, "document.*");
        SearchRule rule = rules.add(rule(RuleTerms.Kind.MANY, "Văn bản được theo dõi", terms, 3, List.of(), false));
        view(watched);
        view(watched);
        view("another");
        evaluate(Duration.ZERO);
        assertThat(of(rule)).isEmpty();
        view(watched);
        evaluate(Duration.ZERO);
        evaluate(Duration.ZERO);
        assertThat(of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.template()).isEqualTo(RuleTemplate.SAVED_SEARCH);
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.owner()).isEqualTo("officer.a");
            assertThat(alert.lastEvent()).isNotNull();
            assertThat(alert.count()).isEqualTo(1);
        });
        close(rule);
        evaluate(Duration.ZERO);
        assertThat(of(rule)).isEmpty();
        view(watched);
        evaluate(Duration.ofHours(2));
        assertThat(of(rule)).isEmpty();
    }

    @Test
    void ringsOnceForEachSilence() {
        String heartbeat = "heartbeat-" + ids.next();
        Map<FilterField, String> terms = Map.of(FilterField.OBJECT, heartbeat);
        SearchRule rule = rules.add(rule(RuleTerms.Kind.NONE, "Không còn nhịp", terms, 1, List.of(), false));
        evaluate(Duration.ofMinutes(59));
        assertThat(of(rule)).isEmpty();
        evaluate(Duration.ofMinutes(61));
        assertThat(of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.template()).isEqualTo(RuleTemplate.ABSENCE);
            assertThat(alert.lastEvent()).isNull();
        });
        evaluate(Duration.ofMinutes(90));
        assertThat(of(rule)).hasSize(1);
        close(rule);
        evaluate(Duration.ofHours(2));
        assertThat(of(rule)).isEmpty();
        view(heartbeat);
        evaluate(Duration.ofMinutes(30));
        assertThat(of(rule)).isEmpty();
        evaluate(Duration.ofMinutes(62));
        assertThat(of(rule)).hasSize(1);
    }

    @Test
    void ringsForEachAgencyOfWhichNothingCame() {
        Instant now = clock.instant();
        status("Z11.01", now.plus(Duration.ofMinutes(50)));
        SearchRule rule = rules.add(
                rule(RuleTerms.Kind.AGENCY_SILENT, "Cơ quan im lặng", Map.of(), 1, List.of("Z11.01", "Z11.02"), false));
        evaluate(Duration.ofMinutes(70));
        assertThat(of(rule)).extracting(Alert::about).containsExactly("Z11.02");
        evaluate(Duration.ofMinutes(115));
        assertThat(of(rule)).extracting(Alert::about).containsExactlyInAnyOrder("Z11.01", "Z11.02");
    }

    @Test
    void countsWorkingTimeOnlyWhenAsked() {
        SearchRule rule = rules.add(rule(RuleTerms.Kind.NONE, "Giờ làm việc", ANY, 1, List.of(), true));
        evaluate(Duration.ofMinutes(30));
        assertThat(of(rule)).isEmpty();
        evaluate(Duration.ofDays(14));
        assertThat(of(rule)).hasSize(1);
    }

    @Test
    void changesOnlyWhatWasShownAndRingsNoMoreWhenRemoved() {
        RuleTerms terms = rule(RuleTerms.Kind.NONE, "Đổi luật", ANY, 1, List.of(), false);
        SearchRule rule = rules.add(terms);
        SearchRule changed = rules.change(rule, terms).orElseThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(rules.change(rule, terms)).isEmpty();
        assertThat(rules.list()).contains(changed);
        Alert test = rules.test(rule.id()).orElseThrow();
        assertThat(test.test()).isTrue();
        assertThat(test.rule()).isEqualTo("Đổi luật");
        assertThat(rules.remove(rule.id())).isTrue();
        assertThat(rules.remove(rule.id())).isFalse();
        assertThat(rules.test(rule.id())).isEmpty();
        evaluate(Duration.ofDays(1));
        assertThat(of(rule)).extracting(Alert::test).containsExactly(true);
    }

    @Test
    void refusesRulesThatCannotRing() {
        RuleTerms impossible =
                rule(RuleTerms.Kind.MANY, "Không thể", Map.of(FilterField.SECRECY, "9"), 1, List.of(), false);
        assertThatThrownBy(() -> rules.add(impossible)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule(RuleTerms.Kind.AGENCY_SILENT, "x", Map.of(), 1, List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule(RuleTerms.Kind.MANY, " ", Map.of(), 1, List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RuleTerms rule(
            RuleTerms.Kind kind,
            String name,
            Map<FilterField, String> terms,
            int threshold,
            List<String> agencies,
            boolean workingTime) {
        return new RuleTerms(
                kind,
                name,
                terms,
                agencies,
                threshold,
                Duration.ofHours(1),
                workingTime,
                Severity.CRITICAL,
                "officer.a",
                true);
    }

    private void evaluate(Duration ahead) {
        SettableClock later = new SettableClock(clock.instant().plus(ahead));
        new SearchRuleEvaluation(stored, alerts, rows, events, silence, later).run();
    }

    private void view(String object) {
        var _ = trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(7100, "CLERK", null, "x"))
                .on(EventObject.document(object)));
    }

    private void status(String agency, Instant at) {
        var _ = database.sql("insert into evidence (evidence_id, parcel_id, recipient_code, event, event_time,"
                        + " issuer_node, own, octets, signature) values (?, ?, ?, 'test', ?, 'Z11-1', false, '', '')")
                .params(
                        Columns.octets(ids.next()),
                        Columns.octets(ids.next()),
                        agency,
                        LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private List<Alert> of(SearchRule rule) {
        return alerts.list(EnumSet.complementOf(EnumSet.of(AlertState.CLOSED)), null, 200).stream()
                .filter(alert -> rule.terms().name().equals(alert.rule()))
                .toList();
    }

    private void close(SearchRule rule) {
        UUID open = of(rule).getFirst().id();
        assertThat(alerts.move(open, AlertState.CLOSED, "officer.a", "nothing was wrong here"))
                .isInstanceOf(AlertStep.Moved.class);
    }
}
