package vn.lienthong.node.officer.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/**
 * What stands in the form above a list of events, and in the links that lead to it.
 *
 * @param period a name of {@link #PERIODS}, or {@link #CHOSEN}
 * @param from text of the field, used when the period is chosen
 * @param until text of the field, used when the period is chosen
 * @param terms wanted values
 */
record EventQuery(String period, String from, String until, Map<FilterField, String> terms) {

    /** Periods that end now. */
    static final Map<String, Duration> PERIODS = periods();
    /** A period by its two ends. */
    static final String CHOSEN = "chosen";

    static final String USUAL = "1d";
    private static final int LONGEST = 200;

    EventQuery {
        EnumMap<FilterField, String> copy = new EnumMap<>(FilterField.class);
        copy.putAll(terms);
        terms = Map.copyOf(copy);
    }

    private static Map<String, Duration> periods() {
        Map<String, Duration> periods = new LinkedHashMap<>();
        periods.put("1h", Duration.ofHours(1));
        periods.put("1d", Duration.ofDays(1));
        periods.put("7d", Duration.ofDays(7));
        periods.put("30d", Duration.ofDays(30));
        periods.put("365d", Duration.ofDays(365));
        return periods;
    }

    /** Reads the parameters of a request; unknown ones are left alone. */
    static EventQuery of(Map<String, String> parameters, String usualPeriod) {
        EnumMap<FilterField, String> terms = new EnumMap<>(FilterField.class);
        for (FilterField field : FilterField.values()) {
            String value = bounded(parameters.get(name(field)));
            if (!value.isEmpty()) {
                terms.put(field, value);
            }
        }
        String from = bounded(parameters.get("from"));
        String until = bounded(parameters.get("until"));
        String wished = parameters.getOrDefault("period", "");
        boolean ends = !from.isEmpty() || !until.isEmpty();
        String otherwise = ends ? CHOSEN : usualPeriod;
        return new EventQuery(
                PERIODS.containsKey(wished) || wished.equals(CHOSEN) ? wished : otherwise, from, until, terms);
    }

    private static String bounded(@Nullable String value) {
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }

    static String name(FilterField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** The filter that it means; empty when something was typed wrong, which is then noted. */
    Optional<EventFilter> filter(Instant now, FormFaults faults) {
        Duration back = PERIODS.get(period);
        if (back != null) {
            return Optional.of(new EventFilter(now.minus(back), now.plusSeconds(1), terms));
        }
        Optional<Instant> begin = DateText.moment(from, now, false);
        Optional<Instant> end = until.isEmpty() ? Optional.of(now.plusSeconds(1)) : DateText.moment(until, now, true);
        if (begin.isEmpty()) {
            faults.add("from", "ui.date.wrong");
        }
        if (end.isEmpty()) {
            faults.add("until", "ui.date.wrong");
        }
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            faults.add("until", "ui.date.order");
        }
        return faults.any() ? Optional.empty() : Optional.of(new EventFilter(begin.get(), end.get(), terms));
    }

    /** The value wanted of a field, empty for any. */
    public String term(FilterField field) {
        return terms.getOrDefault(field, "");
    }

    EventQuery with(FilterField field, String value) {
        Map<FilterField, String> more = new LinkedHashMap<>(terms);
        more.put(field, value);
        return new EventQuery(period, from, until, more);
    }

    EventQuery without(FilterField field) {
        Map<FilterField, String> less = new LinkedHashMap<>(terms);
        less.remove(field);
        return new EventQuery(period, from, until, less);
    }

    EventQuery between(Instant begin, Instant end) {
        return new EventQuery(CHOSEN, DateText.write(begin), DateText.write(end), terms);
    }

    /** The link to a page with this query. */
    public String link(String path) {
        return link(path, "");
    }

    /** The link to a page with one more condition. */
    public String link(String path, String field, String value) {
        return with(FilterField.valueOf(field.toUpperCase(Locale.ROOT)), value).link(path);
    }

    /** The link to a page with this condition alone, for the same period. */
    public String only(String path, String field, String value) {
        return new EventQuery(period, from, until, Map.of(FilterField.valueOf(field.toUpperCase(Locale.ROOT)), value))
                .link(path);
    }

    /** The link to a part of the list. */
    String link(String path, String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("period", period);
        if (period.equals(CHOSEN)) {
            parameters.put("from", from);
            parameters.put("until", until);
        }
        terms.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(term -> parameters.put(name(term.getKey()), term.getValue()));
        if (!cursor.isEmpty()) {
            parameters.put("at", cursor);
        }
        return path
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
