package vn.lienthong.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param rows in the order of the list
 * @param next opaque token of the part that follows, or null at the end; letters, digits, hyphen and underscore
 * @param <T> what a row is
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    /** Copies the rows. */
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * A list without anything in it.
     *
     * @param <T> what a row would be
     * @return no rows and no next part
     */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }
}
