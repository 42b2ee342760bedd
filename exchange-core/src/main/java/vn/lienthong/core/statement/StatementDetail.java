package vn.lienthong.core.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.BoundedText;

/**
 * What some kinds of statement carry besides; each kind knows what it allows.
 *
 * @param arrivalNumber số đến at the recipient, at most 60 characters; may be empty
 * @param dueDate until when the recipient will have done it; null when not said
 * @param other the parcel that replaces or corrects this one; null on other kinds
 * @param answers the earlier statement that is answered; null on other kinds
 * @param changes what has changed, 1 to 8 lines on an update, each at most 200 characters
 */
public record StatementDetail(
        String arrivalNumber,
        @Nullable LocalDate dueDate,
        @Nullable ParcelId other,
        @Nullable StatementId answers,
        List<String> changes) {

    /** The longest arrival number in characters. */
    public static final int MAX_ARRIVAL_NUMBER = 60;

    /** The most changes. */
    public static final int MAX_CHANGES = 8;

    /** The longest change in characters. */
    public static final int MAX_CHANGE = 200;

    /** Nothing besides. */
    public static final StatementDetail NONE = new StatementDetail("", null, null, null, List.of());

    /** Checks the lengths. */
    public StatementDetail {
        arrivalNumber = BoundedText.line("arrival number", arrivalNumber, 0, MAX_ARRIVAL_NUMBER);
        changes = changes.stream()
                .map(change -> BoundedText.line("change", change, 1, MAX_CHANGE))
                .toList();
        if (changes.size() > MAX_CHANGES) {
            throw new IllegalArgumentException("at most 8 changes are told at once");
        }
        if (dueDate != null && (dueDate.getYear() < 1970 || dueDate.getYear() > 9999)) {
            throw new IllegalArgumentException("a due date outside the years 1970 to 9999");
        }
    }

    /** Under this number it was registered, and by then it will be done. */
    public static StatementDetail registered(String arrivalNumber, @Nullable LocalDate dueDate) {
        return new StatementDetail(arrivalNumber, dueDate, null, null, List.of());
    }

    /** Answers this statement. */
    public static StatementDetail answering(StatementId statement) {
        return new StatementDetail("", null, null, statement, List.of());
    }

    /** Names the parcel that replaces or corrects. */
    public static StatementDetail naming(ParcelId other) {
        return new StatementDetail("", null, other, null, List.of());
    }

    /** Tells what has changed. */
    public static StatementDetail changing(List<String> changes) {
        return new StatementDetail("", null, null, null, changes);
    }

    /** Shows no content. */
    @Override
    public String toString() {
        return "StatementDetail[]";
    }
}
