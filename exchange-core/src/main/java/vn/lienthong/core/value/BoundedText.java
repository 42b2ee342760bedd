package vn.lienthong.core.value;

/**
 * The rules that every text field obeys: a bounded number of characters (code points), well-formed Unicode and no control
 * characters, so that no field can smuggle lines into a log, a header or a page.
 */
public final class BoundedText {

    private BoundedText() {}

    /**
     * Returns the text of one line when it obeys the rules.
     *
     * @param field the name of the field for the message; the message never repeats the content
     * @throws IllegalArgumentException when it does not
     */
    public static String line(String field, String text, int min, int max) {
        return check(field, text, min, max, false);
    }

    /** As {@link #line}, but line feeds and tabulators are allowed. */
    public static String lines(String field, String text, int min, int max) {
        return check(field, text, min, max, true);
    }

    private static String check(String field, String text, int min, int max, boolean multiline) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw new IllegalArgumentException(
                    field + " has " + length + " characters, allowed are " + min + ".." + max);
        }
        if (!text.codePoints().allMatch(point -> allowed(point, multiline))) {
            throw new IllegalArgumentException(field + " holds a control character or a broken surrogate");
        }
        return text;
    }

    private static boolean allowed(int point, boolean multiline) {
        if (point == '\n' || point == '\t') {
            return multiline;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
