package vn.lienthong.node.delivery.internal.receiving;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.internal.receiving.KnownParcels.Known;
import vn.lienthong.node.platform.InNodeRole;

/** Decides about a large parcel before any of its payload is taken: checks 1 to 4, and whether it is here already. */
@Component
@InNodeRole
class UploadAdmission {

    private final Examination examination;
    private final KnownParcels knownParcels;
    private final RefusalBook refusals;

    UploadAdmission(Examination examination, KnownParcels knownParcels, RefusalBook refusals) {
        this.examination = examination;
        this.knownParcels = knownParcels;
        this.refusals = refusals;
    }

    /** The answer when there is nothing to upload; empty when the payload may come. */
    Optional<TransferAnswer> decide(NodeId from, ParcelHead head) {
        Optional<Refusal> wrongPeer = examination.peer(from, head);
        if (wrongPeer.isPresent()) {
            return Optional.of(refusals.refuse(from, wrongPeer.get()));
        }
        ParcelId id = head.header().parcelId();
        Known known = knownParcels.among(List.of(id)).get(id);
        if (known != null && known.isSameAs(head)) {
            return Optional.of(new TransferAnswer.AlreadyHere(knownParcels.consignments(id)));
        }
        if (known != null || !knownParcels.ownAmong(List.of(id)).isEmpty()) {
            return Optional.of(reused(from, head));
        }
        return examination.examine(from, head) instanceof Examination.Finding.Unsound(Refusal refusal)
                ? Optional.of(refusals.refuse(from, refusal))
                : Optional.empty();
    }

    /** The identifier belongs to another parcel. */
    TransferAnswer reused(NodeId from, ParcelHead head) {
        return refusals.refuse(
                from, Refusal.silent(ErrorCode.PARCEL_ID_REUSED, "another parcel has this identifier", head));
    }
}
