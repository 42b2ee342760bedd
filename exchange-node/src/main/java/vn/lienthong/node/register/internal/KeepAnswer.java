package vn.lienthong.node.register.internal;

import java.util.List;
import vn.lienthong.node.register.Book;

/** What became of a change to a book. */
sealed interface KeepAnswer {

    /** It was made. */
    record Done(Book book) implements KeepAnswer {}

    /** Somebody was faster; the book as it stands now. */
    record Overtaken(Book book) implements KeepAnswer {}

    /** A rule forbids it: key and arguments of the words. */
    record Refused(String key, List<Object> arguments) implements KeepAnswer {
        /** Copies the arguments. */
        public Refused {
            arguments = List.copyOf(arguments);
        }

        static Refused of(String key, Object... arguments) {
            return new Refused(key, List.of(arguments));
        }
    }
}
