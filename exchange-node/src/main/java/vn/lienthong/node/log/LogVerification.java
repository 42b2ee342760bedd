package vn.lienthong.node.log;

/**
 * Holds everything that is kept about a log against everything else: rows, entry bundles, tiles, root, checkpoint, signatures and
 * what the witnesses say. Whoever changed anything after it was signed is found, and the place is named.
 */
public interface LogVerification {

    /**
     * Verifies a whole log; takes about a second for some ten thousand entries, so it belongs onto a thread of its own. Changes
     * nothing, and the log goes on meanwhile.
     *
     * @param progress is told how far it is, and may break it off
     */
    LogVerdict verify(LogName log, Progress progress);

    /** Follows a verification. */
    @FunctionalInterface
    interface Progress {

        /**
         * So many entries are done.
         *
         * @param done how many
         * @param total how many there are
         * @return whether to go on
         */
        boolean at(long done, long total);
    }
}
