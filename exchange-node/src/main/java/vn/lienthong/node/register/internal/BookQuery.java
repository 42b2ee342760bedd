package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/**
 * What was typed into the filter of a book.
 *
 * @param typed by name of the field, stripped, without empty ones
 */
record BookQuery(Map<String, String> typed) {
    private static final String[] FIELDS = {"q", "from", "until", "first", "last", "type", "urgency"};
    private static final int LONGEST = 200;

    static BookQuery of(Map<String, String> parameters) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String text = parameters.getOrDefault(field, "").strip();
            if (!text.isEmpty()) {
                kept.put(field, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
        return new BookQuery(kept);
    }

    /** Never null, for fields of forms. */
    public String get(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether anything was typed. */
    public boolean any() {
        return !typed.isEmpty();
    }

    /** The filter; empty with faults noted. */
    Optional<EntryFilter> filter(Book book, LocalDate today, FormFaults faults) {
        @Nullable LocalDate from = date("from", today, faults);
        @Nullable LocalDate until = date("until", today, faults);
        if (from != null && until != null && from.isAfter(until)) {
            faults.add("until", "ui.date.order");
        }
        @Nullable Integer first = number("first", faults);
        @Nullable Integer last = number("last", faults);
        @Nullable
        Urgency urgency =
                RegisterAccess.number(get("urgency")).flatMap(Urgency::ofLevel).orElse(null);
        return faults.any()
                ? Optional.empty()
                : Optional.of(new EntryFilter(
                        book.agency(),
                        book.id(),
                        from,
                        until,
                        first,
                        last,
                        typed.get("q"),
                        typed.get("type"),
                        urgency));
    }

    private @Nullable LocalDate date(String field, LocalDate today, FormFaults faults) {
        String text = get(field);
        Optional<LocalDate> date = DateText.date(text, today);
        if (!text.isEmpty() && date.isEmpty()) {
            faults.add(field, "ui.date.wrong");
        }
        return date.orElse(null);
    }

    private @Nullable Integer number(String field, FormFaults faults) {
        String text = get(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            faults.add(field, "register.filter.number");
            return null;
        }
        return Integer.valueOf(text);
    }

    /** The same question at another address. */
    public String link(String path, @Nullable String after) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        typed.forEach((field, value) -> link.queryParam(field, "{" + field + "}"));
        if (after != null) {
            link.queryParam("after", after);
        }
        return link.encode().buildAndExpand(typed).toUriString();
    }
}
