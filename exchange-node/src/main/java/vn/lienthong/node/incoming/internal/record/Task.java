package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of the handling of a document, given to a unit or a person; never prints itself.
 *
 * @param id its key
 * @param document whose
 * @param party to whom
 * @param part lead, support or for information
 * @param state how far it is
 * @param version grows with every change
 * @param order what was ordered
 * @param takenBy login of who took it on; null before
 * @param work what was done
 * @param asked the wish for a later day; null when there is none
 */
public record Task(
        long id,
        long document,
        Party party,
        Part part,
        State state,
        int version,
        Order order,
        @Nullable String takenBy,
        Work work,
        @Nullable Asked asked) {

    /** What share somebody has. */
    public enum Part {
        /** Chủ trì. */
        LEAD,
        /** Phối hợp. */
        SUPPORT,
        /** Để biết. */
        INFORM;

        /** Returns the end of the key of its words. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        /** Nobody has taken it on. */
        GIVEN,
        /** Somebody works on it. */
        ACCEPTED,
        /** It is done. */
        DONE,
        /** Somebody else does it instead. */
        WITHDRAWN;

        /** Returns the end of the key of its words. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns how it is marked beside the words. */
        public String mark() {
            return switch (this) {
                case GIVEN -> "warning";
                case ACCEPTED -> "moving";
                case DONE -> "done";
                case WITHDRAWN -> "quiet";
            };
        }
    }

    /**
     * What was ordered.
     *
     * @param by login
     * @param at when
     * @param words instruction
     * @param dueOn until when; null without
     */
    public record Order(
            String by, Instant at, String words, @Nullable LocalDate dueOn) {}

    /**
     * What was done.
     *
     * @param progress in words
     * @param result in words
     * @param reply number and notation of the answer
     * @param doneAt when; null before
     */
    public record Work(
            String progress,
            String result,
            String reply,
            @Nullable Instant doneAt) {}

    /**
     * The wish for a later day.
     *
     * @param until which day
     * @param why in words
     */
    public record Asked(LocalDate until, String why) {}

    /** Returns whether work is left. */
    public boolean isOpen() {
        return state == State.GIVEN || state == State.ACCEPTED;
    }

    @Override
    public String toString() {
        return "Task[" + id + " " + state + "]";
    }
}
