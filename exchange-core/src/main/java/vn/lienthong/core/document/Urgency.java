package vn.lienthong.core.document;

import java.util.Arrays;
import java.util.Optional;

/** How urgent a document is (độ khẩn); the numbers are those of edXML {@code OtherInfo/Priority}. */
public enum Urgency {
    /** Thường. */
    ORDINARY(0, "Thường", "Ordinary"),
    /** Khẩn. */
    URGENT(1, "Khẩn", "Urgent"),
    /** Thượng khẩn. */
    VERY_URGENT(2, "Thượng khẩn", "Very urgent"),
    /** Hỏa tốc. */
    EXPRESS(3, "Hỏa tốc", "Express"),
    /** Hỏa tốc hẹn giờ: express, with the hour at which it must be there. */
    EXPRESS_AT_HOUR(4, "Hỏa tốc hẹn giờ", "Express, timed");

    private final int level;
    private final String vietnamese;
    private final String english;

    Urgency(int level, String vietnamese, String english) {
        this.level = level;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Finds the level with that number, 0 to 4. */
    public static Optional<Urgency> ofLevel(long level) {
        return Arrays.stream(values()).filter(urgency -> urgency.level == level).findFirst();
    }

    /** Returns the number, 0 to 4. */
    public int level() {
        return level;
    }

    /** Returns whether anything but ordinary treatment is asked for (Decree 30/2020, Articles 4 and 18: at once). */
    public boolean isUrgent() {
        return this != ORDINARY;
    }

    /** Returns the name shown to Vietnamese readers. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Returns the name shown to English readers. */
    public String english() {
        return english;
    }
}
