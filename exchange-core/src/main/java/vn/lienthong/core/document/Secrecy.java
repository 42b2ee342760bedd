package vn.lienthong.core.document;

/** How secret a document is (độ mật). Everything above ordinary is a state secret and lives under its own regime. */
public enum Secrecy {
    /** Thường. */
    ORDINARY(0, "Thường", "Ordinary"),
    /** Mật. */
    CONFIDENTIAL(1, "Mật", "Confidential"),
    /** Tối mật. */
    SECRET(2, "Tối mật", "Secret"),
    /** Tuyệt mật. */
    TOP_SECRET(3, "Tuyệt mật", "Top secret");

    private final int number;
    private final String vietnamese;
    private final String english;

    Secrecy(int number, String vietnamese, String english) {
        this.number = number;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Returns the number that stands for it in tables and events: 0 ordinary to 3 top secret. Once given, it keeps its meaning. */
    public int number() {
        return number;
    }

    /**
     * Returns the level of a number.
     *
     * @throws IllegalArgumentException when no level has it
     */
    public static Secrecy of(int number) {
        return switch (number) {
            case 0 -> ORDINARY;
            case 1 -> CONFIDENTIAL;
            case 2 -> SECRET;
            case 3 -> TOP_SECRET;
            default -> throw new IllegalArgumentException("no level of secrecy has the number " + number);
        };
    }

    /** Returns whether the document is a state secret. */
    public boolean isStateSecret() {
        return this != ORDINARY;
    }

    /** Returns whether someone cleared for this level may see the other. */
    public boolean covers(Secrecy other) {
        return compareTo(other) >= 0;
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
