package vn.lienthong.node.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cell of an exported list. */
public sealed interface Cell {

    /** Nothing. */
    Cell EMPTY = new Text("");

    /**
     * A text; never taken for a formula by whoever opens the file.
     *
     * @param value of any content
     */
    record Text(String value) implements Cell {}

    /**
     * A number that can be summed.
     *
     * @param value itself
     */
    record Count(long value) implements Cell {}

    /**
     * A date.
     *
     * @param value itself
     */
    record Day(LocalDate value) implements Cell {}

    /**
     * A point in time, shown in Hanoi.
     *
     * @param value itself
     */
    record Moment(Instant value) implements Cell {}

    /** A text, or nothing. */
    static Cell text(@Nullable String value) {
        return value == null ? EMPTY : new Text(value);
    }

    /** A number, or nothing. */
    static Cell count(@Nullable Number value) {
        return value == null ? EMPTY : new Count(value.longValue());
    }

    /** A date, or nothing. */
    static Cell day(@Nullable LocalDate value) {
        return value == null ? EMPTY : new Day(value);
    }

    /** A point in time, or nothing. */
    static Cell moment(@Nullable Instant value) {
        return value == null ? EMPTY : new Moment(value);
    }
}
