package vn.lienthong.core.edxml;

/**
 * Why a message is refused: where, which rule, and what to do. Never repeats what the message holds.
 *
 * @param element the element by local names, for example {@code MessageHeader/Code/CodeNumber}
 * @param rule the rule that is broken
 * @param detail what narrows it down in figures, for example a bound or a line; may be empty
 */
public record EdxmlFault(String element, EdxmlRule rule, String detail) {

    /** A fault without figures. */
    public static EdxmlFault of(String element, EdxmlRule rule) {
        return new EdxmlFault(element, rule, "");
    }

    /** Returns a sentence for Vietnamese readers: element, rule, what to do. */
    public String vietnamese() {
        return element + " " + rule.vietnamese() + inBrackets() + ". Cách xử lý: " + rule.remedyVietnamese() + ".";
    }

    /** Returns a sentence for English readers: element, rule, what to do. */
    public String english() {
        return element + " " + rule.english() + inBrackets() + ". What to do: " + rule.remedyEnglish() + ".";
    }

    private String inBrackets() {
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }
}
