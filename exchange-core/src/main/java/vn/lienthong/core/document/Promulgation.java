package vn.lienthong.core.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * Place and date under which a document was issued.
 *
 * @param place at most 100 characters (the rule says 50); may be empty
 * @param date the day of issue; null before the document is issued
 */
public record Promulgation(String place, @Nullable LocalDate date) {

    /** Not issued yet. */
    public static final Promulgation NONE = new Promulgation("", null);

    /** Checks the length. */
    public Promulgation {
        place = BoundedText.line("promulgation place", place, 0, 100);
        date = Dates.require(date);
    }
}
