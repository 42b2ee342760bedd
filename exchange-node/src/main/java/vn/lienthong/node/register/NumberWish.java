package vn.lienthong.node.register;

/** Which number somebody wants. */
public sealed interface NumberWish {

    /** The next one of the series. */
    record Next() implements NumberWish {}

    /**
     * One with a suffix (số phụ), inserted behind an earlier one; only for the keeper of the book.
     *
     * @param behind the earlier number
     * @param reason why, 5 to 500 characters
     */
    record Inserted(int behind, String reason) implements NumberWish {}

    /**
     * The number that the document bears already, given on paper. It must be free; the counter goes on behind it.
     *
     * @param number from 1
     */
    record Given(int number) implements NumberWish {}
}
