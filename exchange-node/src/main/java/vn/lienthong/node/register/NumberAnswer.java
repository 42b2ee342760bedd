package vn.lienthong.node.register;

import java.util.List;
import java.util.Locale;

/** What became of the wish for a number. */
public sealed interface NumberAnswer {

    /**
     * It has a number.
     *
     * @param entry as it stands in the book
     * @param earlier whether the document had this number before
     */
    record Issued(RegisterEntry entry, boolean earlier) implements NumberAnswer {}

    /**
     * It gets none, and nothing was written.
     *
     * @param reason why
     * @param arguments of the words for people
     */
    record Refused(Reason reason, List<Object> arguments) implements NumberAnswer {
        /** Copies the arguments. */
        public Refused {
            arguments = List.copyOf(arguments);
        }

        /** The key of the words, which are in the bundle {@code register}. */
        public String key() {
            return "register.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why there is no number. */
    enum Reason {
        /** The agency has no such book, or not for this kind of document. */
        UNKNOWN_BOOK,
        /** The book is closed or its period is over; arguments: its period, the period to choose. */
        CLOSED,
        /** Closed, and there is no other; argument: its period. */
        CLOSED_FOR_GOOD,
        /** A suffix needs a reason. */
        SUFFIX_REASON,
        /** Only the keeper of the book inserts numbers. */
        SUFFIX_RIGHT,
        /** There is no such number to insert behind; argument: the number. */
        SUFFIX_BEHIND,
        /** All 26 suffixes are used; argument: the number. */
        SUFFIX_FULL,
        /** The number is taken; argument: the number. */
        NUMBER_TAKEN
    }
}
