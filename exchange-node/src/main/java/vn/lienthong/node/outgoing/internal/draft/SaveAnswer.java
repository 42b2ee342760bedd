package vn.lienthong.node.outgoing.internal.draft;

/** What came of the wish to change an outgoing document. */
public sealed interface SaveAnswer {

    /**
     * It is kept.
     *
     * @param document as it is now
     */
    record Saved(Outgoing document) implements SaveAnswer {}

    /**
     * Somebody else changed it meanwhile; nothing is kept.
     *
     * @param document as the other one left it
     */
    record Outdated(Outgoing document) implements SaveAnswer {}

    /**
     * It has its number and changes no more.
     *
     * @param document as it is
     */
    record Closed(Outgoing document) implements SaveAnswer {}

    /** It was marked as a state secret; nothing is kept. */
    record Secret() implements SaveAnswer {}
}
