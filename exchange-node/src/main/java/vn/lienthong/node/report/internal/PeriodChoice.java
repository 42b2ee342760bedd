package vn.lienthong.node.report.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** The periods that people choose from. */
final class PeriodChoice {
    static final String FIELD = "period";
    static final String USUAL = "last-month";
    private static final String CHOSEN = "chosen";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final List<String> ALL =
            List.of("this-month", USUAL, "this-quarter", "last-quarter", "this-year", "last-year", CHOSEN);

    private PeriodChoice() {}

    static List<Choice> choices() {
        return ALL.stream()
                .map(period -> Choice.of(period, "report.period." + period))
                .toList();
    }

    /** Reads what was chosen; empty, with faults, when it is no period. */
    static Optional<ReportPeriod> read(Map<String, String> typed, LocalDate today, FormFaults faults) {
        YearMonth month = YearMonth.from(today);
        return switch (typed.getOrDefault(FIELD, USUAL)) {
            case "this-month" -> Optional.of(ReportPeriod.ofMonth(month));
            case "this-quarter" -> Optional.of(ReportPeriod.ofQuarter(today));
            case "last-quarter" -> Optional.of(ReportPeriod.ofQuarter(today.minusMonths(3)));
            case "this-year" -> Optional.of(ReportPeriod.ofYear(today.getYear()));
            case "last-year" -> Optional.of(ReportPeriod.ofYear(today.getYear() - 1));
            case CHOSEN -> chosen(typed, today, faults);
            default -> Optional.of(ReportPeriod.ofMonth(month.minusMonths(1)));
        };
    }

    private static Optional<ReportPeriod> chosen(Map<String, String> typed, LocalDate today, FormFaults faults) {
        Optional<LocalDate> from = DateText.date(typed.getOrDefault(FROM, ""), today);
        Optional<LocalDate> until = DateText.date(typed.getOrDefault(UNTIL, ""), today);
        if (from.isEmpty()) {
            faults.add(FROM, "ui.date.wrong");
        }
        if (until.isEmpty()) {
            faults.add(UNTIL, "ui.date.wrong");
        }
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get()) || until.get().isAfter(from.get().plusYears(10))) {
            faults.add(UNTIL, "report.period.wrong");
            return Optional.empty();
        }
        return Optional.of(new ReportPeriod(from.get(), until.get()));
    }
}
