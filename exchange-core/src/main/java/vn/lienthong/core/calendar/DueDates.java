package vn.lienthong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.Urgency;

/**
 * Until when a document has to be dealt with, by rules that are data. The rule for a type goes before the rule for all types.
 *
 * @param calendar when people work
 * @param rules in any order; each urgency and type at most once
 */
public record DueDates(WorkingCalendar calendar, List<DueRule> rules) {
    /** What an installation begins with; its administrator changes it. */
    public static final List<DueRule> USUAL = List.of(
            new DueRule(Urgency.ORDINARY, null, 7, DueRule.Unit.WORKING_DAYS),
            new DueRule(Urgency.URGENT, null, 3, DueRule.Unit.WORKING_DAYS),
            new DueRule(Urgency.VERY_URGENT, null, 1, DueRule.Unit.WORKING_DAYS),
            new DueRule(Urgency.EXPRESS, null, 4, DueRule.Unit.WORKING_HOURS),
            new DueRule(Urgency.EXPRESS_AT_HOUR, null, 4, DueRule.Unit.WORKING_HOURS));

    /** Copies the rules. */
    public DueDates {
        rules = List.copyOf(rules);
    }

    /**
     * When a document is due.
     *
     * @param from when it was received
     * @param urgency of it
     * @param typeName name of its type, possibly empty
     * @return the moment; empty when no rule covers it
     */
    public Optional<Instant> dueBy(Instant from, Urgency urgency, String typeName) {
        return rules.stream()
                .filter(rule -> rule.covers(urgency, typeName))
                .min(Comparator.comparing(rule -> rule.type() == null))
                .map(rule -> end(from, rule));
    }

    private Instant end(Instant from, DueRule rule) {
        return switch (rule.unit()) {
            case WORKING_HOURS -> calendar.plusWorkingTime(from, Duration.ofHours(rule.amount()));
            case WORKING_DAYS -> endOf(calendar.plusWorkingDays(WorkingCalendar.date(from), rule.amount()));
        };
    }

    private Instant endOf(LocalDate workingDay) {
        return calendar.endOf(workingDay);
    }

    /**
     * Whether a deadline that somebody sets is no later than the rules allow (Decree 30/2020, Article 24(2): what is urgent is dealt
     * with at once).
     *
     * @param due the wished deadline
     * @param from when the document was received
     * @param urgency of it
     * @param typeName name of its type, possibly empty
     * @return true for ordinary documents, and when no rule covers it
     */
    public boolean allows(Instant due, Instant from, Urgency urgency, String typeName) {
        return !urgency.isUrgent()
                || dueBy(from, urgency, typeName)
                        .map(limit -> !due.isAfter(limit))
                        .orElse(true);
    }
}
