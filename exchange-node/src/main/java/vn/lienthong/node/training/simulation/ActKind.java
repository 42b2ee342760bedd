package vn.lienthong.node.training.simulation;

/** What a simulated agency does. */
public enum ActKind {
    /** Sends a document; the detail tells which of several. */
    SEND,
    /** Asks for a sample document back. */
    CALL_BACK,
    /** Takes a document over and registers it: 03 with a number. */
    TAKE,
    /** Refuses a document with a reason: 02. */
    REFUSE,
    /** States 04. */
    ASSIGN,
    /** States 05. */
    BEGIN,
    /** States 06. */
    FINISH,
    /** Agrees to a recall or declines it, as is its way; the detail is the request. */
    ANSWER
}
