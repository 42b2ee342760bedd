package vn.lienthong.core.document;

import org.jspecify.annotations.Nullable;

/** Whole numbers with a small upper bound that may be absent. */
final class SmallNumbers {

    private SmallNumbers() {}

    static @Nullable Integer require(String field, @Nullable Integer number, int max) {
        if (number != null && (number < 0 || number > max)) {
            throw new IllegalArgumentException(field + " is not within 0.." + max);
        }
        return number;
    }
}
