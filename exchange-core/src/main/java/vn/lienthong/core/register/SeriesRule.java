package vn.lienthong.core.register;

/** Which documents of a book share a series of numbers. */
public enum SeriesRule {
    /** All of them. */
    WHOLE_BOOK,
    /** Those of the same type. */
    PER_TYPE
}
