package vn.lienthong.core.error;

/** Who has to do something before the refused thing can succeed. */
public enum Actor {
    /** The sender, clerk or system: correct the document or the request. */
    SENDER("Bên gửi", "Sender"),
    /** The recipient agency. */
    RECIPIENT("Bên nhận", "Recipient"),
    /** Whoever runs the node that answered. */
    OPERATOR("Người vận hành", "Operator"),
    /** Whoever administers agencies, users and keys. */
    ADMINISTRATOR("Người quản trị", "Administrator"),
    /** Nobody but the software's makers: a defect. */
    SOFTWARE("Nhà phát triển phần mềm", "Software maker");

    private final String vietnamese;
    private final String english;

    Actor(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
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
