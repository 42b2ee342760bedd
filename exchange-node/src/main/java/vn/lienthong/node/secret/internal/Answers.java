package vn.lienthong.node.secret.internal;

import java.io.IOException;
import java.util.function.Supplier;
import vn.lienthong.node.secret.SecretAnswer;

/** Makes answers of pieces of work. */
final class Answers {

    private Answers() {}

    /** Work that may fail with a stream. */
    interface Streaming<T> {
        T get() throws IOException;
    }

    static <T> SecretAnswer<T> of(Supplier<T> work) {
        try {
            return SecretAnswer.granted(work.get());
        } catch (HinderedException hindered) {
            return SecretAnswer.hindered(hindered.why(), hindered.detail());
        }
    }

    static <T> SecretAnswer<T> streaming(Streaming<T> work) throws IOException {
        try {
            return SecretAnswer.granted(work.get());
        } catch (HinderedException hindered) {
            return SecretAnswer.hindered(hindered.why(), hindered.detail());
        }
    }
}
