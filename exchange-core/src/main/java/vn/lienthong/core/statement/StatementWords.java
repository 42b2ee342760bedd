package vn.lienthong.core.statement;

import java.util.regex.Pattern;
import vn.lienthong.core.value.BoundedText;

/**
 * Why, for programs and for people.
 *
 * @param reason a code such as {@code WRONG_ADDRESSEE}, 1 to 40 upper-case letters, digits and low lines; empty when there is none
 * @param text words that the other side shows as they are, at most 400 characters; may be empty
 */
public record StatementWords(String reason, String text) {

    /** The longest text in characters. */
    public static final int MAX_TEXT = 400;

    private static final Pattern REASON = Pattern.compile("([A-Z][A-Z0-9_]{0,39})?");

    /** Nothing said. */
    public static final StatementWords NONE = new StatementWords("", "");

    /** Checks both. */
    public StatementWords {
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("a reason is a code of at most 40 upper-case characters");
        }
        text = BoundedText.lines("statement text", text, 0, MAX_TEXT);
    }

    /** Words for people only. */
    public static StatementWords of(String text) {
        return new StatementWords("", text);
    }

    /** Returns whether nothing is said. */
    public boolean isEmpty() {
        return reason.isEmpty() && text.isBlank();
    }

    /** Shows no words. */
    @Override
    public String toString() {
        return "StatementWords[" + reason + "]";
    }
}
