package vn.lienthong.core.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Timestamps;

/**
 * The statement of a node that something happened to one delivery. Its encoded octets are what is signed and logged.
 *
 * <p>Holds no subject, no file name and no personal data.
 *
 * @param id identity of the statement
 * @param event what happened
 * @param time when, by the issuer's clock
 * @param issuer who says so
 * @param subject which parcel, from whom, to whom
 * @param digests over which octets
 * @param claim how much the issuer has checked; on every event that is not negative, and only there
 * @param reasons 1 to 8 on negative events, none on the others
 * @param previous link to the evidence before; null on the issuer's first for this subject
 * @param directory the state of the directory by which keys were judged; null when the event needs none or none is proven
 */
public record Evidence(
        EvidenceId id,
        EvidenceEvent event,
        Instant time,
        EvidenceIssuer issuer,
        EvidenceSubject subject,
        EvidenceDigests digests,
        @Nullable ClaimLevel claim,
        List<EvidenceReason> reasons,
        @Nullable PreviousEvidence previous,
        @Nullable DirectoryHead directory) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The longest evidence in octets. */
    public static final int MAX_OCTETS = 64 << 10;

    /** The most reasons. */
    public static final int MAX_REASONS = 8;

    /** Checks that negative events have reasons, and only they. */
    public Evidence {
        time = Timestamps.millis(time);
        reasons = List.copyOf(reasons);
        if (event.isNegative() == reasons.isEmpty() || reasons.size() > MAX_REASONS) {
            throw new IllegalArgumentException("negative events, and only they, have 1 to 8 reasons");
        }
        if (event.isNegative() == (claim != null)) {
            throw new IllegalArgumentException("a claim level belongs to every event that is not negative");
        }
        if (subject.recipient() == null && event.stage() != EvidenceEvent.Stage.SUBMISSION) {
            throw new IllegalArgumentException("only submission evidence speaks about all recipients");
        }
        if (previous != null && previous.id().equals(id)) {
            throw new IllegalArgumentException("an evidence does not follow itself");
        }
    }
}
