package vn.lienthong.node.audit.search;

/**
 * How many, counted up to a bound.
 *
 * @param count at most {@link #BOUND}
 * @param more whether there are more than that
 */
public record BoundedCount(long count, boolean more) {

    /** Nothing is counted further. */
    public static final long BOUND = 10_000;
}
