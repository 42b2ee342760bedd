package vn.lienthong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.lienthong.core.document.Urgency;

/**
 * Until when the law wants a document sent, its receipt told and it presented.
 *
 * <p>"At once", as the law says of urgent documents, is given a measure here, because a person needs some minutes: it is counted
 * by the clock on the wall, day and night. All limits are the last moments that are in time.
 *
 * @param calendar when people work
 * @param atOnce what "at once" means, 1 minute to 24 hours
 */
public record LegalClocks(WorkingCalendar calendar, Duration atOnce) {
    /** What "at once" means unless an installation says otherwise. */
    public static final Duration USUAL_AT_ONCE = Duration.ofMinutes(30);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Checks the measure. */
    public LegalClocks {
        if (atOnce.compareTo(SHORTEST) < 0 || atOnce.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("at once is 1 minute to 24 hours");
        }
    }

    /**
     * The clocks with {@link #USUAL_AT_ONCE}.
     *
     * @param calendar when people work
     * @return the clocks
     */
    public static LegalClocks of(WorkingCalendar calendar) {
        return new LegalClocks(calendar, USUAL_AT_ONCE);
    }

    /**
     * The last moment for sending (Decision 28/2018, Article 6(2), which is stricter than Article 18(1) of Decree 30/2020): the day
     * of signing, at the latest the morning of the next working day.
     *
     * @param signedAt when it was signed
     * @param urgency of the document
     * @return noon of the next working day; for urgent ones {@link #atOnce} after the signature
     */
    public Instant sendBy(Instant signedAt, Urgency urgency) {
        if (urgency.isUrgent()) {
            return signedAt.plus(atOnce);
        }
        LocalDate next = calendar.nextWorkingDay(WorkingCalendar.date(signedAt));
        return WorkingCalendar.moment(next, LocalTime.NOON);
    }

    /**
     * The moment until which sending counts as done on the day of signing: what to aim at, whereas {@link #sendBy} is the limit.
     *
     * @param signedAt when it was signed
     * @param urgency of the document
     * @return the end of that day's work, or the limit if nobody works at that time any more; for urgent ones the limit
     */
    public Instant sendToday(Instant signedAt, Urgency urgency) {
        Instant end = calendar.endOfWorkingDay(signedAt);
        boolean today = WorkingCalendar.date(end).equals(WorkingCalendar.date(signedAt)) && end.isAfter(signedAt);
        return today && !urgency.isUrgent() ? end : sendBy(signedAt, urgency);
    }

    /**
     * The last moment for telling the sender of receipt (Decree 30/2020, Article 21(2)(c): the same day).
     *
     * <p>The law does not say what holds for a document that arrives when nobody works. Here it counts as arrived on the next
     * working day: one that comes on a working day before the end of work has time until that end, one that comes later, or on a
     * day of rest, until the end of the next working day.
     *
     * @param arrivedAt when it was durable here
     * @param urgency of the document
     * @return the limit; for urgent ones {@link #atOnce} after the arrival
     */
    public Instant acknowledgeBy(Instant arrivedAt, Urgency urgency) {
        if (urgency.isUrgent()) {
            return arrivedAt.plus(atOnce);
        }
        Instant end = calendar.endOfWorkingDay(arrivedAt);
        return end.isAfter(arrivedAt) ? end : calendar.endOfWorkingDay(calendar.startOfNextWorkingDay(arrivedAt));
    }

    /**
     * The last moment for presenting a document to whom it may concern (Decree 30/2020, Articles 23(1) and 24(2)): the same day, at
     * the latest the next working day.
     *
     * @param receivedAt when it was received
     * @param urgency of the document
     * @return the end of the next working day; for urgent ones {@link #atOnce} after the receipt
     */
    public Instant presentBy(Instant receivedAt, Urgency urgency) {
        return urgency.isUrgent()
                ? receivedAt.plus(atOnce)
                : calendar.endOfWorkingDay(calendar.startOfNextWorkingDay(receivedAt));
    }
}
