package vn.lienthong.node.evidence;

import vn.lienthong.core.error.ErrorCode;

/** What became of an evidence that another node sent. */
public sealed interface EvidenceIntake {

    /**
     * Verified; not yet kept.
     *
     * @param evidence what it says, with its octets
     */
    record Genuine(StoredEvidence evidence) implements EvidenceIntake {}

    /**
     * Not to be relied on, not kept.
     *
     * @param code why
     * @param detail why, in English, for the log; no content
     */
    record Refused(ErrorCode code, String detail) implements EvidenceIntake {}
}
