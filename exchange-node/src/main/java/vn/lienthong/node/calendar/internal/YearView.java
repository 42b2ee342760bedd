package vn.lienthong.node.calendar.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.calendar.SpecialDay;
import vn.lienthong.core.calendar.WorkingCalendar;

/**
 * A year as the page shows it.
 *
 * @param year which
 * @param months the twelve
 * @param days what is special, in the order of the dates
 * @param workingDays how many there are
 */
record YearView(int year, List<Month> months, List<Day> days, long workingDays) {
    private static final int WEEK = 7;

    YearView {
        months = List.copyOf(months);
        days = List.copyOf(days);
    }

    /**
     * A month.
     *
     * @param number 1 to 12
     * @param weeks from Monday on, each of seven cells
     */
    record Month(int number, List<List<Cell>> weeks) {
        Month {
            weeks = List.copyOf(weeks);
        }
    }

    /**
     * A day in a month, or the empty place before and after.
     *
     * @param day 1 to 31; null for an empty place
     * @param kind {@code work}, {@code rest}, {@code holiday} or {@code make-up}
     * @param name what it is called, or empty
     */
    record Cell(@Nullable Integer day, String kind, String name) {}

    /**
     * A day that differs from the week.
     *
     * @param date which
     * @param weekday 1 Monday to 7 Sunday
     * @param kind {@code holiday}, {@code make-up} or {@code ordinary}
     * @param name what it is called
     * @param basis {@code law}, {@code usual} or {@code entered}
     */
    record Day(LocalDate date, int weekday, String kind, String name, String basis) {}

    static YearView of(int year, WorkingCalendar calendar, Map<LocalDate, DayEntry> entries) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<Month> months = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> month(YearMonth.of(year, number), calendar))
                .toList();
        List<Day> days = first.datesUntil(first.plusYears(1))
                .flatMap(date -> day(date, calendar, entries.get(date)))
                .toList();
        long working = first.datesUntil(first.plusYears(1))
                .filter(calendar::isWorkingDay)
                .count();
        return new YearView(year, months, days, working);
    }

    private static Month month(YearMonth month, WorkingCalendar calendar) {
        List<Cell> cells = new ArrayList<>(
                Collections.nCopies(month.atDay(1).getDayOfWeek().getValue() - 1, new Cell(null, "empty", "")));
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).forEach(date -> cells.add(cell(date, calendar)));
        while (cells.size() % WEEK != 0) {
            cells.add(new Cell(null, "empty", ""));
        }
        return new Month(
                month.getMonthValue(),
                IntStream.range(0, cells.size() / WEEK)
                        .mapToObj(week -> List.copyOf(cells.subList(week * WEEK, (week + 1) * WEEK)))
                        .toList());
    }

    private static Cell cell(LocalDate date, WorkingCalendar calendar) {
        String name = calendar.special(date).map(SpecialDay::name).orElse("");
        String kind = calendar.special(date)
                .map(day -> day.kind() == SpecialDay.Kind.HOLIDAY ? "holiday" : "make-up")
                .orElse(calendar.isWorkingDay(date) ? "work" : "rest");
        return new Cell(date.getDayOfMonth(), kind, name);
    }

    private static Stream<Day> day(LocalDate date, WorkingCalendar calendar, @Nullable DayEntry entry) {
        DayOfWeek weekday = date.getDayOfWeek();
        if (entry != null) {
            return Stream.of(new Day(date, weekday.getValue(), entry.kind().slug(), entry.name(), "entered"));
        }
        return calendar.special(date).stream()
                .map(day -> new Day(
                        date,
                        weekday.getValue(),
                        "holiday",
                        day.name(),
                        day.basis() == SpecialDay.Basis.LAW ? "law" : "usual"));
    }
}
