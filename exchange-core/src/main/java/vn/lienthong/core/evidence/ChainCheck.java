package vn.lienthong.core.evidence;

/** What the check of a chain of evidence found. */
public sealed interface ChainCheck {

    /** Intact so far; the final event has not come yet. */
    record Open() implements ChainCheck {}

    /**
     * Intact, with its one final event.
     *
     * @param outcome the final event
     */
    record Complete(EvidenceEvent outcome) implements ChainCheck {}

    /**
     * Not a chain.
     *
     * @param index position of the first wrong entry, from 0
     * @param fault what is wrong with it
     */
    record Broken(int index, Fault fault) implements ChainCheck {}

    /** What may be wrong with an entry. */
    enum Fault {
        /** About another parcel, sender or recipient. */
        SUBJECT,
        /** Comes too early or too late in the life of the delivery. */
        ORDER,
        /** Follows the final event. */
        AFTER_FINAL,
        /** Does not link to what came before it. */
        LINK,
        /** About other octets than the evidence before. */
        DIGESTS,
        /** The same evidence twice. */
        REPEATED
    }
}
