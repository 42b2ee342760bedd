package vn.lienthong.node.search.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/**
 * What was typed into the form; never prints itself.
 *
 * @param typed by name of the field, stripped, without empty ones
 */
record SearchForm(Map<String, String> typed) {

    static final String[] FIELDS = {"q", "kind", "state", "agency", "from", "until", "type", "urgency"};
    private static final int LONGEST = SearchQuestion.LONGEST;

    static SearchForm of(Map<String, String> parameters) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = parameters.getOrDefault(field, "").strip();
            if (!text.isEmpty()) {
                kept.put(field, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return new SearchForm(kept);
    }

    /** Never null, for fields of forms. */
    public String get(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether anything was typed. */
    public boolean any() {
        return !typed.isEmpty();
    }

    /** Whether one of the fields that are folded away is used. */
    public boolean more() {
        return typed.keySet().stream().anyMatch(field -> !field.equals("q") && !field.equals("kind"));
    }

    /** What is wanted; empty with faults noted. */
    Optional<Wanted> wanted(LocalDate today, FormFaults faults) {
        @Nullable LocalDate from = date("from", today, faults);
        @Nullable LocalDate until = date("until", today, faults);
        if (from != null && until != null && from.isAfter(until)) {
            faults.add("until", "ui.date.order");
        }
        String state = get("state");
        int colon = state.indexOf(':');
        return faults.any()
                ? Optional.empty()
                : Optional.of(new Wanted(
                        SearchQuestion.of(get("q")),
                        kind(colon < 0 ? get("kind") : state.substring(0, colon)),
                        colon < 0 ? Set.of() : Set.of(state.substring(colon + 1)),
                        typed.get("agency"),
                        from,
                        until,
                        typed.get("type"),
                        get("urgency").matches("[0-4]") ? Integer.valueOf(get("urgency")) : null));
    }

    private static @Nullable SearchKind kind(String slug) {
        return Stream.of(SearchKind.values())
                .filter(kind -> kind.slug().equals(slug.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate date(String field, LocalDate today, FormFaults faults) {
        String text = get(field);
        Optional<LocalDate> date = DateText.date(text, today);
        if (!text.isEmpty() && date.isEmpty()) {
            faults.add(field, "ui.date.wrong");
        }
        return date.orElse(null);
    }

    /** The page with this question. */
    public String link() {
        return typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", SearchConfiguration.PATH + "?", ""));
    }

    /** The page with one more parameter. */
    String link(String name, String value) {
        return link() + (any() ? "&" : "") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SearchForm[" + typed.size() + " fields]";
    }
}
