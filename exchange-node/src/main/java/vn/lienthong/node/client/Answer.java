package vn.lienthong.node.client;

/**
 * What the other side said to a request: what was asked for, or a refusal with its reason. A connection that fails is neither;
 * it is an {@link java.io.IOException}.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /**
     * The request was fulfilled.
     *
     * @param <T> what was asked for
     * @param value the answer
     */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * The request was refused.
     *
     * @param <T> what was asked for
     * @param problem why
     */
    record Refused<T>(Problem problem) implements Answer<T> {}

    /**
     * The answer, for callers to whom a refusal is the end of what they do.
     *
     * @throws RefusedException if the request was refused
     */
    default T orThrow() throws RefusedException {
        return switch (this) {
            case Given<T>(T value) -> value;
            case Refused<T>(Problem problem) -> throw new RefusedException(problem);
        };
    }
}
