package vn.lienthong.node.register;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a book or a line of it.
 *
 * @param at when
 * @param act what
 * @param by login
 * @param entry the line, or null when it is about the book
 * @param detail number, reason and the like, as data
 */
public record HistoryLine(
        Instant at, Act act, String by, @Nullable EntryId entry, String detail) {

    /** What may happen. */
    public enum Act {
        /** A book was opened. */
        OPEN,
        /** A number was given out. */
        ISSUE,
        /** A number was inserted with a suffix. */
        INSERT,
        /** A number was cancelled. */
        CANCEL,
        /** The columns about handing over were written. */
        DELIVER,
        /** A series was told with which number to begin. */
        COUNTER,
        /** Name, keeper, policy or symbol of a book was changed. */
        CHANGE,
        /** A book was closed. */
        CLOSE,
        /** Somebody asks to have it opened again. */
        ASK_REOPEN,
        /** A second person opened it again. */
        REOPEN,
        /** A second person did not open it again. */
        DECLINE_REOPEN,
        /** Lines were taken over from an old book. */
        IMPORT,
        /** The book was printed. */
        PRINT,
        /** The book was exported. */
        EXPORT;

        /** The key of its words, without prefix. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
