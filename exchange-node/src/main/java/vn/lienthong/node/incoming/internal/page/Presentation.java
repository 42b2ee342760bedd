package vn.lienthong.node.incoming.internal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.RemainingTime;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.platform.InNodeRole;

/** How pages show records: what presses, in working time. */
@Component
@InNodeRole
public class Presentation {

    private static final Duration SOON = Duration.ofHours(1);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM", Locale.ROOT);

    private final Calendars calendars;
    private final MessageSource messages;
    private final InstantSource clock;

    Presentation(Calendars calendars, MessageSource messages, InstantSource clock) {
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What presses.
     *
     * @param words for example {@code còn 2 giờ làm việc}; empty when nothing does
     * @param mark how it is marked
     */
    public record Pressing(String words, String mark) {
        static final Pressing NOTHING = new Pressing("", "quiet");
    }

    /**
     * A line of a list.
     *
     * @param document the record
     * @param pressing what presses
     */
    public record Line(IncomingDocument document, Pressing pressing) {}

    /** A document with what presses. */
    public Line line(IncomingDocument document, Locale language) {
        return new Line(document, pressing(document, language));
    }

    /** What presses about a document where it stands. */
    public Pressing pressing(IncomingDocument document, Locale language) {
        IncomingState state = document.state();
        if (state == IncomingState.ARRIVED) {
            return document.facts().urgency() > 0
                    ? byTheClock(document.times().acceptBy(), language)
                    : until(document.times().acceptBy(), language);
        }
        if (state == IncomingState.ACCEPTED || state == IncomingState.REGISTERED) {
            return until(document.times().presentBy(), language);
        }
        boolean open = state == IncomingState.SUBMITTED
                || state == IncomingState.ASSIGNED
                || state == IncomingState.IN_PROGRESS;
        return open ? due(document.times().dueOn(), language) : Pressing.NOTHING;
    }

    /** The time until the end of work on a day. */
    public Pressing due(@Nullable LocalDate day, Locale language) {
        return day == null
                ? Pressing.NOTHING
                : until(
                        calendars
                                .current()
                                .endOfWorkingDay(
                                        day.atStartOfDay(WorkingCalendar.ZONE).toInstant()),
                        language);
    }

    /** What is urgent is done at once, also when nobody works: an hour says more than working time. */
    private Pressing byTheClock(@Nullable Instant end, Locale language) {
        if (end == null) {
            return Pressing.NOTHING;
        }
        boolean late = clock.instant().isAfter(end);
        String key = late ? "incoming.pressing.late" : "incoming.pressing.before";
        String at = HOUR.format(end.atZone(WorkingCalendar.ZONE));
        return new Pressing(messages.getMessage(key, new Object[] {at}, language), late ? "failed" : "warning");
    }

    Pressing until(@Nullable Instant end, Locale language) {
        if (end == null) {
            return Pressing.NOTHING;
        }
        Instant now = clock.instant();
        WorkingCalendar calendar = calendars.current();
        Duration working = calendar.workingTimeBetween(now, end);
        if (working.isZero() && now.isBefore(end)) {
            // Nobody works until then: no working time is left, yet the moment is still to come.
            return byTheClock(end, language);
        }
        RemainingTime left = RemainingTime.of(calendar, now, end);
        boolean soon = working.compareTo(SOON) <= 0;
        return new Pressing(left.words(language), left.overdue() ? "failed" : soon ? "warning" : "quiet");
    }
}
