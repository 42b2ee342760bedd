package vn.lienthong.node.web;

/**
 * One entry of a list to choose from.
 *
 * @param value what the form sends
 * @param label key of its text, or the text itself when {@code literal}
 * @param literal whether the label is the text itself
 */
public record Choice(String value, String label, boolean literal) {
    /**
     * An entry whose text is in both languages.
     *
     * @param value what the form sends
     * @param key of its text
     * @return the entry
     */
    public static Choice of(String value, String key) {
        return new Choice(value, key, false);
    }

    /**
     * An entry that is called the same in every language.
     *
     * @param value what the form sends
     * @param text what people see
     * @return the entry
     */
    public static Choice literal(String value, String text) {
        return new Choice(value, text, true);
    }
}
