package vn.lienthong.node.audit.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventClass;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.database.Columns;

/**
 * A filter as SQL. The period is asked by identifier, which is the order of time, so that each index answers a page from its end.
 *
 * @param index the index to use, with a leading blank; empty for the primary key
 * @param where the condition
 * @param values of its parameters
 */
record Conditions(String index, String where, List<Object> values) {

    /** From the most to the least telling; the first one that is asked for decides the index. */
    private static final Map<FilterField, String> INDEXES = indexes();

    private static Map<FilterField, String> indexes() {
        Map<FilterField, String> indexes = new LinkedHashMap<>();
        indexes.put(FilterField.CORRELATION, "audit_by_correlation");
        indexes.put(FilterField.OBJECT, "audit_by_object");
        indexes.put(FilterField.REASON, "audit_by_reason");
        indexes.put(FilterField.ADDRESS, "audit_by_address");
        indexes.put(FilterField.ACTOR, "audit_by_actor");
        indexes.put(FilterField.ACTION, "audit_by_action");
        indexes.put(FilterField.OUTCOME, "audit_by_outcome");
        indexes.put(FilterField.SEVERITY, "audit_by_severity");
        indexes.put(FilterField.ROLE, "audit_by_role");
        indexes.put(FilterField.SECRECY, "audit_by_secrecy");
        return indexes;
    }

    /**
     * What somebody who is cleared up to a level finds.
     *
     * @param sight the level; what is above it does not exist
     */
    static Conditions of(EventFilter filter, Secrecy sight) {
        Conditions all = of(filter);
        return sight == Secrecy.TOP_SECRET ? all : all.and("(secrecy is null or secrecy <= ?)", sight.number());
    }

    /** What the filter finds and somebody cleared up to a level must not see: mostly nothing, by the shortest way. */
    static Conditions hidden(EventFilter filter, Secrecy sight) {
        Conditions all = of(filter).and("secrecy > ?", sight.number());
        return new Conditions(" force index (audit_by_secrecy)", all.where(), all.values());
    }

    private static Conditions of(EventFilter filter) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        parts.add("event_id >= ? and event_id < ?");
        values.add(EventId.first(filter.from()).octets());
        values.add(EventId.first(filter.until()).octets());
        for (Map.Entry<FilterField, String> term : filter.terms().entrySet()) {
            parts.add(part(term.getKey(), term.getValue(), values));
        }
        return new Conditions(index(filter.terms()), String.join(" and ", parts), Collections.unmodifiableList(values));
    }

    private static String index(Map<FilterField, String> terms) {
        return INDEXES.entrySet().stream()
                .filter(index -> terms.containsKey(index.getKey()))
                .filter(index -> index.getKey() != FilterField.ACTION
                        || !terms.getOrDefault(FilterField.ACTION, "").endsWith("*"))
                .map(index -> " force index (" + index.getValue() + ")")
                .findFirst()
                .orElse("");
    }

    private static String part(FilterField field, String value, List<Object> values) {
        return switch (field) {
            case CORRELATION -> equal("correlation_id", value, values);
            case OBJECT -> equal("object_id", value, values);
            case ADDRESS -> equal("address", value, values);
            case ACTOR -> equal("actor", value, values);
            case ACTION -> action(value, values);
            case ABOUT -> actions(about(value), values);
            case OUTCOME -> equal("outcome", one(Outcome.class, value).name(), values);
            case SEVERITY -> equal("severity", one(Severity.class, value).name(), values);
            case ROLE -> equal("actor_role", value, values);
            case SECRECY -> equal("secrecy", secrecy(value), values);
            case CHANNEL -> equal("channel", one(Channel.class, value).name(), values);
            case REASON -> equal("reason", value, values);
        };
    }

    private static String equal(String column, Object value, List<Object> values) {
        values.add(value);
        return column + " = ?";
    }

    private static String action(String value, List<Object> values) {
        if (!value.endsWith("*")) {
            return equal("action", value, values);
        }
        String beginning = value.substring(0, value.length() - 1);
        return actions(
                Arrays.stream(EventKind.values())
                        .filter(kind -> kind.action().startsWith(beginning))
                        .toList(),
                values);
    }

    private static List<EventKind> about(String value) {
        Set<EventClass> classes = Arrays.stream(value.split(",", -1))
                .map(name -> one(EventClass.class, name.strip()))
                .collect(Collectors.toSet());
        return Arrays.stream(EventKind.values())
                .filter(kind -> classes.contains(kind.about()))
                .toList();
    }

    private static String actions(List<EventKind> kinds, List<Object> values) {
        if (kinds.isEmpty()) {
            return "1 = 0";
        }
        kinds.forEach(kind -> values.add(kind.action()));
        return "action in (" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
    }

    private static int secrecy(String value) {
        if (!value.matches("[0-3]")) {
            throw new IllegalArgumentException("a level of secrecy is 0 to 3");
        }
        return Integer.parseInt(value);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String value) {
        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    }

    /** The same, with the period told by the column of the time as well. */
    Conditions within(EventFilter filter) {
        return and("occurred_at >= ?", Columns.of(filter.from())).and("occurred_at < ?", Columns.of(filter.until()));
    }

    /** The same with one more condition. */
    Conditions and(String condition, Object value) {
        List<Object> more = new ArrayList<>(values);
        more.add(value);
        return new Conditions(index, where + " and " + condition, Collections.unmodifiableList(more));
    }
}
