package vn.lienthong.node.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;

/**
 * What this node is about to state; identity, time, issuer and signature are added by the {@link EvidenceBook}.
 *
 * @param event what happened
 * @param subject which parcel, from whom, to whom
 * @param digests over which octets
 * @param claim how much was checked; null on negative events, and only there
 * @param reasons why, on negative events only
 * @param previous this node's evidence before it about the same subject; null when this is its first
 */
public record EvidenceDraft(
        EvidenceEvent event,
        EvidenceSubject subject,
        EvidenceDigests digests,
        @Nullable ClaimLevel claim,
        List<EvidenceReason> reasons,
        @Nullable PreviousEvidence previous) {

    /** Copies the reasons. */
    public EvidenceDraft {
        reasons = List.copyOf(reasons);
    }

    /** A statement that something went well. */
    public static EvidenceDraft positive(
            EvidenceEvent event,
            EvidenceSubject subject,
            EvidenceDigests digests,
            ClaimLevel claim,
            @Nullable PreviousEvidence previous) {
        return new EvidenceDraft(event, subject, digests, claim, List.of(), previous);
    }

    /** A statement that something failed, and why. */
    public static EvidenceDraft negative(
            EvidenceEvent event,
            EvidenceSubject subject,
            EvidenceDigests digests,
            EvidenceReason reason,
            @Nullable PreviousEvidence previous) {
        return new EvidenceDraft(event, subject, digests, null, List.of(reason), previous);
    }
}
