package vn.lienthong.node.calendar.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.calendar.DueDates;
import vn.lienthong.core.calendar.DueRule;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.calendar.SpecialDay;
import vn.lienthong.core.calendar.StatutoryHolidays;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.calendar.WorkingHours;
import vn.lienthong.core.calendar.WorkingWeek;
import vn.lienthong.core.document.Urgency;

/**
 * Everything that was set, as it stood at a version, and what follows from it.
 *
 * @param version of the settings
 * @param values what was set, by what it is about
 */
record CalendarSettings(long version, Map<String, String> values) {
    static final String WEEK = "week";
    static final String AT_ONCE = "at-once";
    private static final String DAY = "day:";
    private static final String DUE = "due:";
    private static final String NO_RULE = "none";

    CalendarSettings {
        values = Map.copyOf(values);
    }

    static String about(LocalDate date) {
        return DAY + date;
    }

    static String about(Urgency urgency, @Nullable String type) {
        return DUE + urgency.level() + ":" + (type == null ? "" : type.strip());
    }

    WorkingWeek week() {
        String value = values.get(WEEK);
        if (value == null) {
            return WorkingWeek.OFFICE;
        }
        String[] days = value.split(";", -1);
        Map<DayOfWeek, WorkingHours> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, WorkingHours.parse(days[day.getValue() - 1]).orElse(WorkingHours.REST));
        }
        return new WorkingWeek(hours);
    }

    static String value(WorkingWeek week) {
        return Arrays.stream(DayOfWeek.values()).map(day -> week.on(day).text()).collect(Collectors.joining(";"));
    }

    Duration atOnce() {
        String value = values.get(AT_ONCE);
        return value == null ? LegalClocks.USUAL_AT_ONCE : Duration.ofMinutes(Long.parseLong(value));
    }

    /** What people here said about days, in the order of the days. */
    Map<LocalDate, DayEntry> days() {
        Map<LocalDate, DayEntry> days = new TreeMap<>();
        values.forEach((about, value) -> {
            if (about.startsWith(DAY)) {
                LocalDate date = LocalDate.parse(about.substring(DAY.length()));
                days.put(date, DayEntry.of(date, value));
            }
        });
        return days;
    }

    /** Holidays by law and what people here said about them. */
    WorkingCalendar calendar(int firstYear, int lastYear) {
        WorkingWeek week = week();
        Map<LocalDate, SpecialDay> special = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            StatutoryHolidays.of(year, week).forEach(day -> special.put(day.date(), day));
        }
        for (DayEntry entry : days().values()) {
            switch (entry.kind()) {
                case HOLIDAY -> special.put(entry.date(), special(entry, SpecialDay.Kind.HOLIDAY));
                case MAKE_UP -> special.put(entry.date(), special(entry, SpecialDay.Kind.MAKE_UP));
                case ORDINARY -> special.remove(entry.date());
            }
        }
        return new WorkingCalendar(week, special.values());
    }

    private static SpecialDay special(DayEntry entry, SpecialDay.Kind kind) {
        return new SpecialDay(entry.date(), kind, entry.name(), SpecialDay.Basis.ENTERED);
    }

    static String value(@Nullable DueRule rule) {
        return rule == null ? NO_RULE : rule.amount() + " " + rule.unit();
    }

    /** The rules: those that the program begins with, unless they were changed, and those that were added. */
    List<DueRule> rules() {
        Map<String, DueRule> rules = new TreeMap<>();
        DueDates.USUAL.forEach(rule -> rules.put(about(rule.urgency(), rule.type()), rule));
        values.forEach((about, value) -> {
            if (about.startsWith(DUE)) {
                rules.remove(about);
                if (!value.equals(NO_RULE)) {
                    rules.put(about, rule(about, value));
                }
            }
        });
        return new ArrayList<>(rules.values());
    }

    private static DueRule rule(String about, String value) {
        String key = about.substring(DUE.length());
        int colon = key.indexOf(':');
        String type = key.substring(colon + 1);
        int blank = value.indexOf(' ');
        return new DueRule(
                Urgency.ofLevel(Long.parseLong(key.substring(0, colon))).orElseThrow(),
                type.isEmpty() ? null : type,
                Integer.parseInt(value.substring(0, blank)),
                DueRule.Unit.valueOf(value.substring(blank + 1)));
    }

    /** Whether that is what is set. */
    boolean has(String about, @Nullable String value) {
        return Objects.equals(values.get(about), value);
    }
}
