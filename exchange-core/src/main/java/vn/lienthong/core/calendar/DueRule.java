package vn.lienthong.core.calendar;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.value.BoundedText;

/**
 * How long people may work on a document, by urgency and type.
 *
 * @param urgency of the document
 * @param type name of the type (tên loại) to which the rule is limited, compared without case; null for all
 * @param amount 1 to {@link #LARGEST}
 * @param unit what is counted
 */
public record DueRule(Urgency urgency, @Nullable String type, int amount, Unit unit) {
    /** The largest amount. */
    public static final int LARGEST = 999;

    /** Checks the lengths. */
    public DueRule {
        if (type != null) {
            type = BoundedText.line("type name", type.strip(), 1, 100);
        }
        if (amount < 1 || amount > LARGEST) {
            throw new IllegalArgumentException("1 to " + LARGEST);
        }
    }

    /** What is counted. */
    public enum Unit {
        /** Hours of work, beginning at once. */
        WORKING_HOURS,
        /** Working days after the day itself; the document is due at the end of work of the last one. */
        WORKING_DAYS
    }

    /** Whether a document of that urgency and type falls under it. */
    boolean covers(Urgency asked, String typeName) {
        return urgency == asked && (type == null || type.equalsIgnoreCase(typeName.strip()));
    }
}
