package vn.lienthong.crypto.key;

/**
 * A value that must not appear in logs, messages or dumps of objects.
 *
 * @param <T> what is hidden
 */
public final class Secret<T> {

    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    /** Hides a value. */
    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    /** Returns the value; the caller answers for where it goes. */
    public T expose() {
        return value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
