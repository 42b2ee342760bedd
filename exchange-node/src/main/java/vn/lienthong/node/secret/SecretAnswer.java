package vn.lienthong.node.secret;

/**
 * What came of a wish.
 *
 * @param <T> what is given when it was granted
 */
public sealed interface SecretAnswer<T> {

    /**
     * It was done.
     *
     * @param value what came of it
     */
    record Granted<T>(T value) implements SecretAnswer<T> {}

    /**
     * It was not done, and nothing has changed.
     *
     * @param why which rule stands against it
     * @param detail a code, a log-in name or a number of minutes that the rule speaks of; never a text of a document; may be empty
     */
    record Hindered<T>(Hindrance why, String detail) implements SecretAnswer<T> {}

    /** It was done. */
    static <T> SecretAnswer<T> granted(T value) {
        return new Granted<>(value);
    }

    /** It was not done. */
    static <T> SecretAnswer<T> hindered(Hindrance why) {
        return new Hindered<>(why, "");
    }

    /** It was not done, because of this. */
    static <T> SecretAnswer<T> hindered(Hindrance why, String detail) {
        return new Hindered<>(why, detail);
    }
}
