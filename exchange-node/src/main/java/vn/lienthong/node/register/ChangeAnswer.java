package vn.lienthong.node.register;

/** What became of a change to a line. */
public sealed interface ChangeAnswer {

    /**
     * It was made.
     *
     * @param entry as it stands now
     */
    record Done(RegisterEntry entry) implements ChangeAnswer {}

    /**
     * Somebody was faster.
     *
     * @param entry as it stands now; {@link RegisterEntry#changed} says who and when
     */
    record Overtaken(RegisterEntry entry) implements ChangeAnswer {}

    /** The number was cancelled before; its line does not change any more. */
    record Cancelled(RegisterEntry entry) implements ChangeAnswer {}

    /** The agency has no such line. */
    record Unknown() implements ChangeAnswer {}
}
