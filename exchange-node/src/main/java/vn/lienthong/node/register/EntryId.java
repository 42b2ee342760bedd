package vn.lienthong.node.register;

/**
 * Names an entry of a book.
 *
 * @param value the number of its row
 */
public record EntryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
