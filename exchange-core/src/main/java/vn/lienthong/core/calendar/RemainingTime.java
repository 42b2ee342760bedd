package vn.lienthong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How much working time there is until a deadline, for people.
 *
 * @param overdue whether the deadline is past
 * @param days whole working days, counted in the usual length of a day
 * @param hours whole hours beside them
 * @param minutes whole minutes beside them
 */
public record RemainingTime(boolean overdue, long days, int hours, int minutes) {

    /**
     * Measures.
     *
     * @param calendar when people work
     * @param now the present
     * @param due the deadline, itself in time
     * @return how much is left, or by how much it is past
     */
    public static RemainingTime of(WorkingCalendar calendar, Instant now, Instant due) {
        Duration working = calendar.workingTimeBetween(now, due).abs();
        Duration day = calendar.week().fullest().length();
        long days = working.dividedBy(day);
        Duration rest = working.minus(day.multipliedBy(days));
        return new RemainingTime(now.isAfter(due), days, rest.toHoursPart(), rest.toMinutesPart());
    }

    /** Returns for example {@code còn 2 giờ 10 phút làm việc} or {@code quá hạn 1 ngày làm việc}. */
    public String vietnamese() {
        String amount = amount("ngày", "giờ", "phút");
        return (overdue ? "quá hạn " : "còn ") + (amount.isEmpty() ? "dưới 1 phút" : amount) + " làm việc";
    }

    /** Returns for example {@code 2 h 10 min of work left} or {@code 1 d of work overdue}. */
    public String english() {
        String amount = amount("d", "h", "min");
        return (amount.isEmpty() ? "less than 1 min" : amount) + (overdue ? " of work overdue" : " of work left");
    }

    /**
     * In the language of a reader.
     *
     * @param language of the reader
     * @return English for English, else Vietnamese
     */
    public String words(Locale language) {
        return language.getLanguage().equals("en") ? english() : vietnamese();
    }

    /** From one day on nobody counts minutes. */
    private String amount(String dayWord, String hourWord, String minuteWord) {
        StringBuilder text = new StringBuilder();
        append(text, days, dayWord);
        append(text, hours, hourWord);
        append(text, days == 0 ? minutes : 0, minuteWord);
        return text.isEmpty() ? "" : text.substring(1);
    }

    private static void append(StringBuilder text, long number, String word) {
        if (number > 0) {
            text.append(' ').append(number).append(' ').append(word);
        }
    }
}
