package vn.lienthong.core.wire;

/**
 * What became of octets that came from outside.
 *
 * @param <T> the type that was expected
 */
public sealed interface Decoded<T> {

    /**
     * They were well-formed.
     *
     * @param value what they say
     * @param <T> its type
     */
    record Value<T>(T value) implements Decoded<T> {}

    /**
     * They were refused.
     *
     * @param reason what is wrong, in English, for operators; never repeats the content
     * @param where JSON pointer of the offending value, or the octet offset as {@code @123}
     * @param <T> the type that was expected
     */
    record Malformed<T>(String reason, String where) implements Decoded<T> {}
}
