package vn.lienthong.node.platform;

/** A text that must not be printed: {@link #toString()} never shows it. */
public final class Secret {

    private final String text;

    /** Wraps the text. */
    public Secret(String text) {
        this.text = text;
    }

    /** The text itself; for the one place that needs it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
