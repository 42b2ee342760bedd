package vn.lienthong.core.statement;

import vn.lienthong.core.value.BoundedText;

/**
 * Who speaks for the agency, as far as the agency wants to say; never a name.
 *
 * @param unit the unit, 1 to 200 characters
 * @param position the position, at most 100 characters; may be empty
 */
public record StatementActor(String unit, String position) {

    /** The longest unit in characters. */
    public static final int MAX_UNIT = 200;

    /** The longest position in characters. */
    public static final int MAX_POSITION = 100;

    /** Checks the lengths. */
    public StatementActor {
        unit = BoundedText.line("unit", unit, 1, MAX_UNIT);
        position = BoundedText.line("position", position, 0, MAX_POSITION);
    }
}
