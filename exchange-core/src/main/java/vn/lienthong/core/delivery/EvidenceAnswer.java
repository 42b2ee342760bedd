package vn.lienthong.core.delivery;

import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;

/** What a node answers to one evidence that was sent to it. */
public sealed interface EvidenceAnswer {

    /** Returns which evidence is meant. */
    EvidenceId id();

    /**
     * Verified and durable.
     *
     * @param id which
     */
    record Stored(EvidenceId id) implements EvidenceAnswer {}

    /**
     * It was stored before: a success.
     *
     * @param id which
     */
    record AlreadyHere(EvidenceId id) implements EvidenceAnswer {}

    /**
     * Final: it will not be stored.
     *
     * @param id which
     * @param code why
     */
    record Refused(EvidenceId id, ErrorCode code) implements EvidenceAnswer {}
}
