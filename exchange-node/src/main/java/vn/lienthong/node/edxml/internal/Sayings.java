package vn.lienthong.node.edxml.internal;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.edxml.EdxmlStaff;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementWords;

/** What a status message says, as a statement says it: shortened to its bounds, the unit without the person. */
final class Sayings {

    private static final int LONGEST = 200;

    private Sayings() {}

    static StatementWords words(EdxmlStatus status) {
        return words(status.description());
    }

    static StatementWords words(String text) {
        return StatementWords.of(shortened(text.strip(), StatementWords.MAX_TEXT));
    }

    static @Nullable StatementActor actor(EdxmlStaff staff) {
        String unit = staff.department().strip();
        return unit.isEmpty() ? null : new StatementActor(shortened(unit, LONGEST), "");
    }

    /** The text as far as it fits, counted in characters as people count them. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
