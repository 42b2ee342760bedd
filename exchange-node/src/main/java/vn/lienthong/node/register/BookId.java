package vn.lienthong.node.register;

/**
 * Names a book.
 *
 * @param value the number of its row
 */
public record BookId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
