package vn.lienthong.core.directory;

/** What applying changes to a snapshot gave. */
public sealed interface FoldResult {

    /**
     * All changes fit.
     *
     * @param snapshot the state after them
     */
    record Folded(DirectorySnapshot snapshot) implements FoldResult {}

    /**
     * A change does not fit; nothing was applied.
     *
     * @param index position of the change, from 0
     * @param reason what it misses
     */
    record Inapplicable(int index, String reason) implements FoldResult {}
}
