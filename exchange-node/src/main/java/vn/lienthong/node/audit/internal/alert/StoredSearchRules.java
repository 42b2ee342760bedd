package vn.lienthong.node.audit.internal.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.RuleTerms;
import vn.lienthong.node.audit.alert.SearchRule;
import vn.lienthong.node.audit.alert.SearchRules;
import vn.lienthong.node.audit.internal.search.EventQueries;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.database.Columns;

/** Rules of officers in the database. */
@Service
class StoredSearchRules implements SearchRules {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = "select rule_id, kind, name, terms, agencies, threshold, window_minutes,"
            + " working_time, severity, owner, enabled, since, version from audit_search_rule";

    private final JdbcClient database;
    private final StoredAlerts alerts;
    private final EventQueries events;
    private final AuditTrail trail;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    StoredSearchRules(
            JdbcClient database,
            StoredAlerts alerts,
            EventQueries events,
            AuditTrail trail,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.events = events;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A rule that is on.
     *
     * @param rule what it watches
     * @param since silence before does not count
     */
    record Active(SearchRule rule, Instant since) {}

    List<Active> active() {
        return database.sql(SELECT + " where enabled limit 500")
                .query((row, _) -> new Active(
                        rule(row),
                        Columns.instant(Objects.requireNonNull(row.getObject("since", LocalDateTime.class)))))
                .list();
    }

    @Override
    public List<SearchRule> list() {
        return database.sql(SELECT + " order by name, rule_id limit 500")
                .query((row, _) -> rule(row))
                .list();
    }

    @Override
    public Optional<SearchRule> find(UUID id) {
        return database.sql(SELECT + " where rule_id = ?")
                .param(Columns.octets(id))
                .query((row, _) -> rule(row))
                .optional();
    }

    @Override
    @Transactional
    public SearchRule add(RuleTerms terms) {
        check(terms);
        SearchRule rule = new SearchRule(ids.next(), 1, terms);
        var _ = database.sql("insert into audit_search_rule (kind, name, terms, agencies, threshold, window_minutes,"
                        + " working_time, severity, owner, enabled, since, rule_id, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .params(values(terms))
                .params(Columns.octets(rule.id()))
                .update();
        recorded(rule);
        return rule;
    }

    /** Whoever makes a rule learns at once that a value cannot be. */
    private void check(RuleTerms terms) {
        Instant now = clock.instant();
        var _ = events.countUpTo(new EventFilter(now.minusSeconds(1), now, terms.terms()), Secrecy.ORDINARY, 1);
    }

    private List<Object> values(RuleTerms terms) {
        Map<String, String> text = new TreeMap<>();
        terms.terms().forEach((field, value) -> text.put(field.name(), value));
        return List.of(
                terms.kind().name(),
                terms.name(),
                JSON.writeValueAsString(text),
                String.join(" ", terms.agencies()),
                terms.threshold(),
                terms.window().toMinutes(),
                terms.workingTime(),
                terms.severity().name(),
                terms.owner(),
                terms.enabled(),
                Columns.of(clock.instant()));
    }

    private void recorded(SearchRule rule) {
        RuleTerms terms = rule.terms();
        SecurityEvent event = SecurityEvent.of(EventKind.ALERT_RULE)
                .on(EventObject.of(EventObject.Kind.CASE, rule.id()))
                .with("kind", terms.kind())
                .with("enabled", terms.enabled())
                .with("threshold", terms.threshold())
                .with("windowMinutes", terms.window().toMinutes())
                .with("workingTime", terms.workingTime())
                .with("severity", terms.severity())
                .with("agencies", String.join(" ", terms.agencies()))
                .withPrivate("owner", terms.owner());
        for (Map.Entry<FilterField, String> term : terms.terms().entrySet()) {
            String name = "term." + term.getKey();
            event = term.getKey() == FilterField.ADDRESS
                    ? event.withPrivate(name, term.getValue())
                    : event.with(name, term.getValue());
        }
        trail.record(event);
    }

    @Override
    @Transactional
    public Optional<SearchRule> change(SearchRule before, RuleTerms terms) {
        check(terms);
        int changed = database.sql("update audit_search_rule set kind = ?, name = ?, terms = ?, agencies = ?,"
                        + " threshold = ?, window_minutes = ?, working_time = ?, severity = ?, owner = ?, enabled = ?,"
                        + " since = ?, version = version + 1 where rule_id = ? and version = ?")
                .params(values(terms))
                .params(Columns.octets(before.id()), before.version())
                .update();
        if (changed == 0) {
            return Optional.empty();
        }
        SearchRule rule = new SearchRule(before.id(), before.version() + 1, terms);
        recorded(rule);
        return Optional.of(rule);
    }

    @Override
    @Transactional
    public boolean remove(UUID id) {
        int gone = database.sql("delete from audit_search_rule where rule_id = ?")
                .param(Columns.octets(id))
                .update();
        if (gone > 0) {
            trail.record(SecurityEvent.of(EventKind.ALERT_RULE)
                    .on(EventObject.of(EventObject.Kind.CASE, id))
                    .with("removed", true));
        }
        return gone > 0;
    }

    @Override
    @Transactional
    public Optional<Alert> test(UUID id) {
        return find(id).map(rule -> alerts.test(AlertSource.of(rule)));
    }

    private static SearchRule rule(ResultSet row) throws SQLException {
        Map<FilterField, String> terms = new EnumMap<>(FilterField.class);
        Map<String, String> text = JSON.readValue(row.getString("terms"), new TypeReference<>() {});
        text.forEach((field, value) -> terms.put(FilterField.valueOf(field), value));
        List<String> agencies = Arrays.stream(row.getString("agencies").split(" ", -1))
                .filter(code -> !code.isEmpty())
                .toList();
        RuleTerms what = new RuleTerms(
                RuleTerms.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                terms,
                agencies,
                row.getInt("threshold"),
                Duration.ofMinutes(row.getInt("window_minutes")),
                row.getBoolean("working_time"),
                Severity.valueOf(row.getString("severity")),
                row.getString("owner"),
                row.getBoolean("enabled"));
        return new SearchRule(Columns.uuid(row.getBytes("rule_id")), row.getLong("version"), what);
    }
}
