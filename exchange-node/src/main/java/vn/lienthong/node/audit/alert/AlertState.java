package vn.lienthong.node.audit.alert;

import java.util.Locale;

/** How far the handling of an alert is. */
public enum AlertState {
    /** Nobody has looked at it. */
    OPEN("Mới", "New"),
    /** Somebody has taken it. */
    ACKNOWLEDGED("Đã nhận", "Acknowledged"),
    /** Somebody works on it. */
    IN_PROGRESS("Đang xử lý", "In progress"),
    /** Done, with a note. */
    CLOSED("Đóng", "Closed");

    private final String vietnamese;
    private final String english;

    AlertState(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Its name for people: Vietnamese unless English is asked for. */
    public String words(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }
}
