package vn.lienthong.node.statement;

/** What came of the wish to state something. */
public sealed interface SendAnswer {

    /**
     * Signed, kept, and on its way when the caller's transaction commits.
     *
     * @param kept what was stated
     */
    record Sent(KeptStatement kept) implements SendAnswer {}

    /**
     * The same was stated before: nothing new is sent.
     *
     * @param kept what was stated then
     */
    record Repeated(KeptStatement kept) implements SendAnswer {}

    /**
     * Nothing is stated.
     *
     * @param reason why
     */
    record NotSent(Reason reason) implements SendAnswer {}

    /** Why nothing is stated. */
    enum Reason {
        /** There is no such parcel between these two, or not at this node. */
        UNKNOWN_PARCEL,
        /** The agency is not served here any more, and neither is a successor. */
        NOT_SERVED,
        /** The agency has no signing keys at the moment. */
        NO_KEYS,
        /** What was to be answered is not known, or was answered otherwise. */
        NOTHING_TO_ANSWER,
        /** A document that was refused or given back has no further life. */
        ENDED
    }
}
