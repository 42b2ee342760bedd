package vn.lienthong.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.core.calendar.SpecialDay.Basis;
import vn.lienthong.core.calendar.SpecialDay.Kind;

/**
 * The public holidays of a year as Article 112 of the Labour Code 2019 grants them, and the days off in lieu of Article 111(3) when
 * one falls on a weekly day of rest.
 *
 * <p>What the Government chooses each year is marked {@link Basis#USUAL} and follows what it chose from 2016 to 2026: of the five
 * days of Tết one before and four from the first day on if that is a Tuesday, else two and three; beside National Day the day
 * before, except that it is the day after when National Day is a Monday, Thursday or Sunday. Days that are exchanged against a Saturday
 * (make-up days) cannot be foreseen and are left to people. So is what a committee of a province may decide. The Day of Vietnamese Culture (24
 * November) was resolved in 2026 (Resolution 80-NQ/TW); as long as it is not certain that the Code was amended it is marked, too.
 */
public final class StatutoryHolidays {
    private static final int FIRST_CULTURE_DAY = 2026;
    private static final String TET = "Tết Nguyên đán";
    private static final String NATIONAL_DAY = "Quốc khánh";

    private StatutoryHolidays() {}

    /**
     * The holidays of a year.
     *
     * @param year {@link LunarDates#FIRST_YEAR} to {@link LunarDates#LAST_YEAR}
     * @param week what days of rest are made up for
     * @return holidays in the order of their dates, each date once
     */
    public static List<SpecialDay> of(int year, WorkingWeek week) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        List<Occasion> occasions = occasions(year);
        occasions.forEach(occasion -> occasion.days().forEach(day -> days.putIfAbsent(day.date(), day)));
        occasions.forEach(occasion -> addInLieu(occasion, week, days));
        return List.copyOf(days.values());
    }

    private record Occasion(String name, List<SpecialDay> days) {}

    private static List<Occasion> occasions(int year) {
        List<Occasion> occasions = new ArrayList<>();
        occasions.add(single("Tết Dương lịch", LocalDate.of(year, Month.JANUARY, 1), Basis.LAW));
        occasions.add(new Occasion(TET, tet(year)));
        occasions.add(single("Giỗ Tổ Hùng Vương", LunarDates.date(year, 3, 10), Basis.LAW));
        occasions.add(single("Ngày Chiến thắng", LocalDate.of(year, Month.APRIL, 30), Basis.LAW));
        occasions.add(single("Ngày Quốc tế lao động", LocalDate.of(year, Month.MAY, 1), Basis.LAW));
        occasions.add(new Occasion(NATIONAL_DAY, nationalDay(year)));
        if (year >= FIRST_CULTURE_DAY) {
            occasions.add(single("Ngày Văn hóa Việt Nam", LocalDate.of(year, Month.NOVEMBER, 24), Basis.USUAL));
        }
        return occasions;
    }

    private static Occasion single(String name, LocalDate date, Basis basis) {
        return new Occasion(name, List.of(new SpecialDay(date, Kind.HOLIDAY, name, basis)));
    }

    private static List<SpecialDay> tet(int year) {
        LocalDate first = LunarDates.newYear(year);
        int before = first.getDayOfWeek() == DayOfWeek.TUESDAY ? 1 : 2;
        List<SpecialDay> days = new ArrayList<>();
        for (int day = -before; day < 5 - before; day++) {
            // Whichever days are chosen, the eve and the first three are among them.
            Basis basis = day >= -1 && day <= 2 ? Basis.LAW : Basis.USUAL;
            days.add(new SpecialDay(first.plusDays(day), Kind.HOLIDAY, TET, basis));
        }
        return days;
    }

    private static List<SpecialDay> nationalDay(int year) {
        LocalDate day = LocalDate.of(year, Month.SEPTEMBER, 2);
        LocalDate beside = switch (day.getDayOfWeek()) {
            case MONDAY, THURSDAY, SUNDAY -> day.plusDays(1);
            case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> day.minusDays(1);
        };
        return List.of(
                new SpecialDay(day, Kind.HOLIDAY, NATIONAL_DAY, Basis.LAW),
                new SpecialDay(beside, Kind.HOLIDAY, NATIONAL_DAY, Basis.USUAL));
    }

    /** Each day of the occasion that nobody works anyhow gives the next working day off. */
    private static void addInLieu(Occasion occasion, WorkingWeek week, Map<LocalDate, SpecialDay> days) {
        Collection<SpecialDay> lost = occasion.days().stream()
                .filter(day -> week.on(day.date().getDayOfWeek()).isRest())
                .toList();
        for (SpecialDay day : lost) {
            LocalDate instead = day.date().plusDays(1);
            while (days.containsKey(instead) || week.on(instead.getDayOfWeek()).isRest()) {
                instead = instead.plusDays(1);
            }
            days.put(instead, new SpecialDay(instead, Kind.HOLIDAY, occasion.name() + " (nghỉ bù)", day.basis()));
        }
    }
}
