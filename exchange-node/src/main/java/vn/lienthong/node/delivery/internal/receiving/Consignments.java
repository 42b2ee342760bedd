package vn.lienthong.node.delivery.internal.receiving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.internal.receiving.SoundParcel.Origin;
import vn.lienthong.node.delivery.internal.receiving.Verification.Outcome;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** States consignment, or its failure, to each recipient. Signs only; nothing is kept here. */
@Component
@InNodeRole
class Consignments {

    private final EvidenceBook evidenceBook;
    private final NodeKeys nodeKeys;

    Consignments(EvidenceBook evidenceBook, NodeKeys nodeKeys) {
        this.evidenceBook = evidenceBook;
        this.nodeKeys = nodeKeys;
    }

    /** D.1 for every recipient served here, with claim S3: decrypted, and the digests match. */
    List<StoredEvidence> state(ExaminedParcel parcel, Outcome.Verified verified, Origin origin) {
        EvidenceDigests digests = digests(parcel.head(), verified.inside().sha512());
        List<StoredEvidence> stated = new ArrayList<>();
        for (AgencyCode recipient : parcel.recipients()) {
            EvidenceSubject subject = subject(parcel.head(), recipient);
            // Only for its own parcels has this node said anything before.
            PreviousEvidence previous =
                    origin == Origin.LOCAL ? evidenceBook.lastOwn(subject).orElse(null) : null;
            stated.add(consigned(subject, digests, previous));
        }
        return List.copyOf(stated);
    }

    private StoredEvidence consigned(
            EvidenceSubject subject, EvidenceDigests digests, @Nullable PreviousEvidence previous) {
        return evidenceBook.sign(EvidenceDraft.positive(
                EvidenceEvent.CONTENT_CONSIGNMENT, subject, digests, ClaimLevel.S3_DECRYPTED, previous));
    }

    /** D.2 for every recipient in whose name the refusal may be stated. */
    List<StoredEvidence> state(Refusal refusal) {
        ParcelHead head = refusal.head();
        if (head == null) {
            return List.of();
        }
        EvidenceReason reason = new EvidenceReason(refusal.code(), refusal.detail());
        return refusal.spokenFor().stream()
                .map(recipient -> evidenceBook.sign(EvidenceDraft.negative(
                        EvidenceEvent.CONTENT_CONSIGNMENT_FAILURE,
                        subject(head, recipient),
                        digests(head, null),
                        reason,
                        null)))
                .toList();
    }

    /** What was stated when the same parcel was refused for the same reason before. */
    List<StoredEvidence> stated(Refusal refusal) {
        ParcelHead head = refusal.head();
        if (head == null || refusal.spokenFor().isEmpty()) {
            return List.of();
        }
        Sha256 header = head.headerOctets().sha256();
        return evidenceBook.ofParcel(head.header().parcelId()).stream()
                .filter(stored -> stored.evidence().issuer().node().equals(nodeKeys.nodeId()))
                .filter(stored -> stored.evidence().event() == EvidenceEvent.CONTENT_CONSIGNMENT_FAILURE)
                .filter(stored -> stored.evidence().digests().header().equals(header))
                .filter(stored -> stored.evidence().reasons().getFirst().code() == refusal.code())
                .toList();
    }

    private static EvidenceSubject subject(ParcelHead head, AgencyCode recipient) {
        return new EvidenceSubject(head.header().parcelId(), head.header().sender(), recipient);
    }

    private static EvidenceDigests digests(ParcelHead head, @Nullable Sha512 packaged) {
        return new EvidenceDigests(
                head.headerOctets().sha256(), head.header().payload().sha256(), packaged);
    }
}
