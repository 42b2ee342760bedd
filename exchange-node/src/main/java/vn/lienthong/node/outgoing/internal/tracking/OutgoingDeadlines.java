package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.DueItem;
import vn.lienthong.node.notification.DueSource;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingDue;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Deadlines of outgoing documents: what is signed must leave by the legal clock, timed express must be there at its hour, and what
 * asks for an answer waits for it until its day.
 */
@InNodeRole
@Component
class OutgoingDeadlines implements DueSource {

    /** Nothing waits longer from its signature until the law wants it sent, whatever holidays lie between. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(20);

    private final OutgoingDue rows;
    private final SentReach reach;
    private final Calendars calendars;

    OutgoingDeadlines(OutgoingDue rows, SentReach reach, Calendars calendars) {
        this.rows = rows;
        this.reach = reach;
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "outgoing";
    }

    @Override
    public List<DueItem> due(Instant from, Instant until, int most) {
        return Stream.of(unsent(from, until, most), appointed(from, until, most), unanswered(from, until, most))
                .flatMap(List::stream)
                .filter(item -> !item.due().isBefore(from) && !item.due().isAfter(until))
                .sorted(Comparator.comparing(DueItem::due))
                .limit(most)
                .toList();
    }

    private List<DueItem> unsent(Instant from, Instant until, int most) {
        return rows.unsent(from.minus(LONGEST_WAIT), until, most).stream()
                .map(found -> item(
                        "send:",
                        found.document(),
                        calendars.clocks().sendBy(found.since(), urgency(found.document())),
                        "/check"))
                .toList();
    }

    private List<DueItem> appointed(Instant from, Instant until, int most) {
        return rows.appointed(from, until, most).stream()
                .filter(found -> !found.document().state().hasLeft() || reach.isUnderWay(found.document()))
                .map(found -> item(
                        "hour:",
                        found.document(),
                        found.since(),
                        found.document().state().hasLeft() ? "" : "/check"))
                .toList();
    }

    private List<DueItem> unanswered(Instant from, Instant until, int most) {
        return rows.unanswered(WorkingCalendar.date(from), WorkingCalendar.date(until), most).stream()
                .filter(found -> reach.isUnanswered(found.document()))
                .map(found -> item("answer:", found.document(), endOf(found.day()), ""))
                .toList();
    }

    /** A date means the end of its working hours. */
    private Instant endOf(LocalDate date) {
        return calendars
                .current()
                .endOfWorkingDay(date.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    private static Urgency urgency(Outgoing document) {
        return Urgency.ofLevel(document.urgency()).orElse(Urgency.ORDINARY);
    }

    private static DueItem item(String what, Outgoing document, Instant due, String page) {
        String open = document.state() == OutgoingState.SIGNED ? page : "";
        return new DueItem(
                what + document.id(),
                due,
                urgency(document),
                Optional.of(document.code()).filter(code -> !code.isEmpty()).orElse("#" + document.id()),
                "/outgoing/" + document.id() + open,
                List.of(Audience.clerks(document.agency())));
    }
}
