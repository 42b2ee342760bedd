package vn.lienthong.node.search.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.text.SearchQuestion.Term;
import vn.lienthong.node.search.SearchKind;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.search.WordCondition;
import vn.lienthong.node.web.DateText;

/** A condition on a table of documents with its values. What was typed is always a value and never a part of the condition. */
final class Asking {

    private final SearchTable table;
    private final StringBuilder condition;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Asking(SearchTable table, String agency) {
        this.table = table;
        this.condition =
                new StringBuilder(table.agency()).append(" = :agency and ").append(table.always());
        values.put("agency", agency);
    }

    String condition() {
        return condition.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    Asking and(String part, Map<String, Object> more) {
        condition.append(" and ").append(part);
        values.putAll(more);
        return this;
    }

    private Asking and(String part, String name, Object value) {
        return and(part, Map.of(name, value));
    }

    /** Everything that narrows but words and places. */
    Asking filters(Wanted wanted) {
        if (!wanted.states().isEmpty()) {
            var _ = and(table.state() + " in (:states)", "states", wanted.states());
        }
        if (wanted.type() != null) {
            var _ = and(table.type() + " = :type", "type", wanted.type());
        }
        if (wanted.urgency() != null) {
            var _ = and(table.urgency() + " = :urgency", "urgency", wanted.urgency());
        }
        return period(wanted.from(), wanted.until());
    }

    private Asking period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null) {
            var _ = and(table.time() + " >= :from", "from", begin(from));
        }
        if (until != null) {
            var _ = and(table.time() + " < :until", "until", begin(until.plusDays(1)));
        }
        return this;
    }

    private Object begin(LocalDate day) {
        return table.days()
                ? day
                : LocalDateTime.ofInstant(day.atStartOfDay(DateText.HANOI).toInstant(), ZoneOffset.UTC);
    }

    /** Rows in whose text all of the words occur. */
    Asking words(List<Term> terms) {
        WordCondition words = WordCondition.on(table.words(), terms);
        return and(words.sql(), words.values());
    }

    /** Rows that the full-text index names. */
    Asking index(String question) {
        return and("match (" + table.words() + ") against (:question in boolean mode)", "question", question);
    }

    /** Rows behind a place; all without one. */
    Asking behind(SearchKind kind, @Nullable Place place) {
        if (place == null) {
            return this;
        }
        LocalDate day = LocalDate.ofInstant(place.at(), DateText.HANOI);
        boolean within = table.days()
                && place.at().isAfter(day.atStartOfDay(DateText.HANOI).toInstant());
        String time = table.time();
        Object at = table.days() ? day : LocalDateTime.ofInstant(place.at(), ZoneOffset.UTC);
        if (within || kind.compareTo(place.kind()) > 0) {
            return and(time + " <= :placeAt", "placeAt", at);
        }
        if (kind != place.kind() || place.id() == 0) {
            return and(time + " < :placeAt", "placeAt", at);
        }
        return and(
                time + " <= :placeAt and (" + time + " < :placeAt or " + table.id() + " < :placeId)",
                Map.of("placeAt", at, "placeId", place.id()));
    }

    /** Rows not older than this. */
    Asking notBefore(@Nullable Object floor) {
        return floor == null ? this : and(table.time() + " >= :floor", "floor", floor);
    }

    /** A value of the column of the time as a moment. */
    static Instant moment(Object time) {
        return time instanceof LocalDate day
                ? day.atStartOfDay(DateText.HANOI).toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
