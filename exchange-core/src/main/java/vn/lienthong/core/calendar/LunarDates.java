package vn.lienthong.core.calendar;

import java.time.LocalDate;

/**
 * Dates of the Vietnamese lunar calendar, from the moments of new moon and the longitude of the sun in the time zone +07:00.
 *
 * <p>Formulas: J. Meeus, Astronomical Algorithms, shortened; a date would be wrong only if a new moon fell within a minute or so
 * of midnight. Since 1968 Vietnam counts in +07:00, which is why Tết is sometimes not the day on which China celebrates (1985,
 * 2007, 2030).
 */
public final class LunarDates {
    /** The first year for which dates are known. */
    public static final int FIRST_YEAR = 1968;

    /** The last year for which dates are known. */
    public static final int LAST_YEAR = 2199;

    /** Number of the day 1 January 1970 in the count of astronomers. */
    private static final long EPOCH = 2_440_588;

    /** First new moon of the count, January 1900. */
    private static final double FIRST_MOON = 2_415_021.076998695;

    private static final double MONTH = 29.530588853;
    private static final int LONGEST_ORDINARY_YEAR = 365;
    private static final int SECTORS = 12;
    private static final int WINTER_SECTOR = 9;
    private static final int MOST_MONTHS = 14;
    /** How many months the eleventh one is before the first of the next year. */
    private static final int FROM_ELEVENTH = 2;

    private static final int MONTHS = 12;
    private static final int DAYS = 29;

    private LunarDates() {}

    /**
     * The first day of the lunar year (Mùng 1 Tết).
     *
     * @param year of the common calendar in which it falls
     * @return a day in January or February
     */
    public static LocalDate newYear(int year) {
        return date(year, 1, 1);
    }

    /**
     * A day of a lunar year; of a leap month and the month before it of the same number, the one before is meant.
     *
     * @param year of the common calendar in which that lunar year begins, {@link #FIRST_YEAR} to {@link #LAST_YEAR}
     * @param month 1 to 10
     * @param day 1 to 29
     * @return the date in the common calendar
     */
    public static LocalDate date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS - 2 || day < 1 || day > DAYS) {
            throw new IllegalArgumentException("no such lunar date: " + day + "/" + month + "/" + year);
        }
        long eleventh = eleventhMonth(year - 1);
        int months = month - 1 + FROM_ELEVENTH;
        if (eleventhMonth(year) - eleventh > LONGEST_ORDINARY_YEAR && months >= leapMonth(eleventh)) {
            months++;
        }
        long moon = Math.round((eleventh - FIRST_MOON) / MONTH);
        return LocalDate.ofEpochDay(newMoonDay(moon + months) + day - 1 - EPOCH);
    }

    /** The first day of the month in which the winter solstice falls. */
    private static long eleventhMonth(int year) {
        long lastDay = LocalDate.of(year, MONTHS, 31).toEpochDay() + EPOCH;
        long moon = (long) Math.floor((lastDay - FIRST_MOON) / MONTH);
        if (newMoonDay(moon + 1) <= lastDay) {
            moon++;
        }
        long day = newMoonDay(moon);
        return sector(day) >= WINTER_SECTOR ? newMoonDay(moon - 1) : day;
    }

    /** How many months after the eleventh the leap month comes: the first one in which the sun enters no new sector. */
    private static int leapMonth(long eleventh) {
        long moon = Math.round((eleventh - FIRST_MOON) / MONTH);
        int months = 1;
        int here = sector(newMoonDay(moon + months));
        int next = sector(newMoonDay(moon + months + 1));
        while (here != next && months < MOST_MONTHS) {
            months++;
            here = next;
            next = sector(newMoonDay(moon + months + 1));
        }
        return months;
    }

    /** The day, in +07:00, on which a new moon falls. */
    private static long newMoonDay(long moon) {
        return (long) Math.floor(newMoon(moon) + 0.5 + 7.0 / 24);
    }

    /** The moment of a new moon, in days. */
    private static double newMoon(long moon) {
        double t = moon / 1236.85;
        double mean = 2_415_020.75933
                + 29.53058868 * moon
                + (0.0001178 - 0.000000155 * t) * t * t
                + 0.00033 * sine(166.56 + (132.87 - 0.009173 * t) * t);
        double sun = 359.2242 + 29.10535608 * moon - (0.0000333 + 0.00000347 * t) * t * t;
        double anomaly = 306.0253 + 385.81691806 * moon + (0.0107306 + 0.00001236 * t) * t * t;
        double latitude = 21.2964 + 390.67050646 * moon - (0.0016528 + 0.00000239 * t) * t * t;
        double ofSun = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun);
        double ofMoon = -0.4068 * sine(anomaly) + 0.0161 * sine(2 * anomaly) - 0.0004 * sine(3 * anomaly);
        double ofBoth = 0.0104 * sine(2 * latitude)
                - 0.0051 * sine(sun + anomaly)
                - 0.0074 * sine(sun - anomaly)
                + 0.0004 * sine(2 * latitude + sun)
                - 0.0004 * sine(2 * latitude - sun)
                - 0.0006 * sine(2 * latitude + anomaly)
                + 0.0010 * sine(2 * latitude - anomaly)
                + 0.0005 * sine(2 * anomaly + sun);
        double slowing = -0.000278 + (0.000265 + 0.000262 * t) * t;
        return mean + ofSun + ofMoon + ofBoth - slowing;
    }

    /** In which twelfth of its way the sun is when a day begins in +07:00; 0 begins at the spring equinox. */
    private static int sector(long day) {
        double t = (day - 0.5 - 7.0 / 24 - 2_451_545.0) / 36525;
        double anomaly = 357.52910 + (35999.05030 - (0.0001559 + 0.00000048 * t) * t) * t;
        double longitude = 280.46645
                + (36000.76983 + 0.0003032 * t) * t
                + (1.914600 - (0.004817 + 0.000014 * t) * t) * sine(anomaly)
                + (0.019993 - 0.000101 * t) * sine(2 * anomaly)
                + 0.000290 * sine(3 * anomaly);
        return (int) Math.floorMod((long) Math.floor(longitude * SECTORS / 360), (long) SECTORS);
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
