package vn.lienthong.node.evidence;

import vn.lienthong.core.error.ErrorCode;

/** What became of a receipt that another node sent. */
public sealed interface ReceiptIntake {

    /** Verified and kept. */
    record Kept() implements ReceiptIntake {}

    /** There is a receipt of this evidence already, verified when it came; nothing was changed. */
    record AlreadyHere() implements ReceiptIntake {}

    /**
     * Cannot be judged now: the keys of the log are not known here, or too few of the witnesses that this node demands have
     * cosigned. To be offered again.
     *
     * @param detail which, in English, for the log
     */
    record Undecided(String detail) implements ReceiptIntake {}

    /**
     * Proves nothing; not kept.
     *
     * @param code why
     * @param detail why, in English, for the log
     */
    record Refused(ErrorCode code, String detail) implements ReceiptIntake {}
}
