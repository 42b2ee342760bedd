package vn.lienthong.node.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import vn.lienthong.core.calendar.WorkingCalendar;

/**
 * The days that a report is about.
 *
 * @param from first day
 * @param until last day, not before the first, at most ten years later
 */
record ReportPeriod(LocalDate from, LocalDate until) {
    private static final int MOST_YEARS = 10;

    ReportPeriod {
        if (until.isBefore(from) || until.isAfter(from.plusYears(MOST_YEARS))) {
            throw new IllegalArgumentException("a period has an end within ten years");
        }
    }

    static ReportPeriod ofMonth(YearMonth month) {
        return new ReportPeriod(month.atDay(1), month.atEndOfMonth());
    }

    static ReportPeriod ofQuarter(LocalDate day) {
        LocalDate first = LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
        return new ReportPeriod(first, first.plusMonths(3).minusDays(1));
    }

    static ReportPeriod ofYear(int year) {
        return new ReportPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The period before, with which this one is compared: whole months against whole months, else as many days. */
    ReportPeriod before() {
        boolean months = from.getDayOfMonth() == 1 && until.plusDays(1).getDayOfMonth() == 1;
        if (months) {
            long number = ChronoUnit.MONTHS.between(from, until.plusDays(1));
            return new ReportPeriod(from.minusMonths(number), from.minusDays(1));
        }
        return new ReportPeriod(from.minusDays(ChronoUnit.DAYS.between(from, until) + 1), from.minusDays(1));
    }

    /** Its first moment in Vietnam. */
    Instant begin() {
        return from.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return until.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
