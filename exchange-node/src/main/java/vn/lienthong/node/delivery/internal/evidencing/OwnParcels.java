package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.platform.InNodeRole;

/** Knows whether evidence of another node can be about a parcel that an agency of this node has sent. */
@Component
@InNodeRole
public class OwnParcels {

    private final EntityManager entities;

    OwnParcels(EntityManager entities) {
        this.entities = entities;
    }

    /** What the evidence turned out to be. */
    public sealed interface Standing {

        /** About one of our deliveries, by the node that serves its recipient. */
        record Entitled() implements Standing {}

        /**
         * Not to be believed.
         *
         * @param code why
         * @param detail why, for the log
         */
        record Unentitled(ErrorCode code, String detail) implements Standing {}
    }

    /** Whether the node may state this: only whoever serves the recipient may, and only about the very parcel that was sent. */
    @Transactional(readOnly = true)
    public Standing of(Evidence evidence, NodeId from) {
        EvidenceSubject subject = evidence.subject();
        if (subject.recipient() == null || !isReceivers(evidence.event())) {
            return invalid("this event is not the receiver's to state");
        }
        List<Tuple> rows = entities.createQuery(
                        "select p.senderCode as sender, p.header as header, p.payloadSha256 as payload,"
                                + " p.packageSha512 as packaged, d.targetNode as node"
                                + " from OutboundParcelRow p, DeliveryRow d where p.parcelId = :parcel"
                                + " and d.key.parcelId = p.parcelId and d.key.recipientCode = :recipient",
                        Tuple.class)
                .setParameter("parcel", subject.parcelId().value())
                .setParameter("recipient", subject.recipient().value())
                .getResultList();
        if (rows.isEmpty()) {
            return new Standing.Unentitled(ErrorCode.NOT_FOUND, "no such delivery");
        }
        Tuple row = rows.getFirst();
        if (!row.get("node", String.class).equals(from.value())) {
            return invalid("another node serves the recipient");
        }
        boolean sameSender =
                row.get("sender", String.class).equals(subject.sender().value());
        return sameSender && matches(row, evidence.digests())
                ? new Standing.Entitled()
                : invalid("about other octets than those that were sent");
    }

    private static boolean isReceivers(EvidenceEvent event) {
        return switch (event) {
            case CONSIGNMENT_REJECTION,
                    ACCEPTANCE_REJECTION_EXPIRY,
                    CONTENT_CONSIGNMENT,
                    CONTENT_CONSIGNMENT_FAILURE,
                    CONTENT_HANDOVER,
                    CONTENT_HANDOVER_FAILURE -> true;
            case SUBMISSION_ACCEPTANCE, SUBMISSION_REJECTION, RELAY_FAILURE -> false;
        };
    }

    private static boolean matches(Tuple row, EvidenceDigests digests) {
        Sha512 packaged = Sha512.fromBytes(row.get("packaged", byte[].class));
        return digests.header().equals(Sha256.of(row.get("header", byte[].class)))
                && digests.payload().equals(Sha256.fromBytes(row.get("payload", byte[].class)))
                && Objects.requireNonNullElse(digests.packaged(), packaged).equals(packaged);
    }

    private static Standing invalid(String detail) {
        return new Standing.Unentitled(ErrorCode.EVIDENCE_INVALID, detail);
    }
}
