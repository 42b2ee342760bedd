package vn.lienthong.node.audit.internal.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import vn.lienthong.node.audit.alert.WorkingTime;

/** Usual office hours, Monday to Friday, when no calendar knows better. */
final class OfficeHours implements WorkingTime {

    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);
    private static final Set<DayOfWeek> REST = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<Span> SPANS = List.of(
            new Span(LocalTime.of(7, 30), LocalTime.of(11, 30)), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30)));
    private static final long FARTHEST_DAYS = 366;

    private record Span(LocalTime from, LocalTime until) {}

    @Override
    public Duration between(Instant from, Instant until) {
        LocalDate last = LocalDate.ofInstant(until, HANOI);
        LocalDate first = LocalDate.ofInstant(from, HANOI);
        LocalDate farthest = last.minusDays(FARTHEST_DAYS);
        Duration sum = Duration.ZERO;
        for (LocalDate day = first.isBefore(farthest) ? farthest : first; !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(REST.contains(day.getDayOfWeek()) ? Duration.ZERO : on(day, from, until));
        }
        return sum;
    }

    private static Duration on(LocalDate day, Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Span span : SPANS) {
            Instant begin = day.atTime(span.from()).toInstant(HANOI);
            Instant end = day.atTime(span.until()).toInstant(HANOI);
            Instant later = begin.isAfter(from) ? begin : from;
            Instant earlier = end.isBefore(until) ? end : until;
            sum = later.isBefore(earlier) ? sum.plus(Duration.between(later, earlier)) : sum;
        }
        return sum;
    }
}
