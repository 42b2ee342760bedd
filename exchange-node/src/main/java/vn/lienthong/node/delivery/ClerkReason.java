package vn.lienthong.node.delivery;

/** Why the people of a recipient refuse a document. */
public enum ClerkReason {
    /** It is meant for somebody else. */
    WRONG_ADDRESSEE,
    /** A signature in it does not hold. */
    INVALID_SIGNATURE,
    /** Something is missing. */
    INCOMPLETE,
    /** It cannot be read. */
    UNREADABLE,
    /** The matter is not theirs. */
    NOT_COMPETENT,
    /** It does not have the form that the rules prescribe. */
    WRONG_FORM,
    /** It came before. */
    DUPLICATE,
    /** What the words say. */
    OTHER
}
