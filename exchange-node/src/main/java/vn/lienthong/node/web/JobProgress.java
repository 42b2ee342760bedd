package vn.lienthong.node.web;

import java.util.Locale;

/**
 * How far a background job is, as the pages show it.
 *
 * @param state what it does
 * @param done steps that are over
 * @param total steps in all, 0 while not known
 * @param label key of what it does, in words
 */
public record JobProgress(State state, long done, long total, String label) {
    private static final int HUNDRED = 100;

    /** What a job does. */
    public enum State {
        /** Has not begun. */
        WAITING,
        /** Works. */
        RUNNING,
        /** Is over and worked. */
        DONE,
        /** Is over and did not work. */
        FAILED
    }

    /**
     * Tells whether pages should look again.
     *
     * @return true until it is over
     */
    public boolean going() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /**
     * The part that is over.
     *
     * @return 0 to 100
     */
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(HUNDRED, done * HUNDRED / total);
    }

    /**
     * The key of the words for the state, without prefix.
     *
     * @return for example {@code running}
     */
    public String slug() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * How it is marked beside the words; never by colour alone.
     *
     * @return {@code done}, {@code failed} or {@code moving}
     */
    public String mark() {
        return switch (state) {
            case DONE -> "done";
            case FAILED -> "failed";
            case WAITING, RUNNING -> "moving";
        };
    }
}
