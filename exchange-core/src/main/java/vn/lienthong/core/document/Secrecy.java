package vn.lienthong.core.document;

/** How secret a document is (độ mật). Everything above ordinary is a state secret and lives under its own regime. */
public enum Secrecy {
    /** Thường. */
    ORDINARY("Thường", "Ordinary"),
    /** Mật. */
    CONFIDENTIAL("Mật", "Confidential"),
    /** Tối mật. */
    SECRET("Tối mật", "Secret"),
    /** Tuyệt mật. */
    TOP_SECRET("Tuyệt mật", "Top secret");

    private final String vietnamese;
    private final String english;

    Secrecy(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
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
