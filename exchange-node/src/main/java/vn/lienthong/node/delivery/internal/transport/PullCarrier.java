package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;

/** The way to nodes that fetch their parcels: lays them ready and waits until the node has fetched and answered. */
final class PullCarrier implements ParcelCarrier {

    private static final int OK = 200;

    private final PullMailbox mailbox;
    private final Consumer<ClaimedShipment> heartbeat;
    private final InstantSource clock;

    PullCarrier(PullMailbox mailbox, Consumer<ClaimedShipment> heartbeat, InstantSource clock) {
        this.mailbox = mailbox;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Override
    public List<Carried> carry(NodeId target, List<ClaimedShipment> shipments) {
        return shipments.getFirst().lane() == Lane.BULK
                ? shipments.stream().map(shipment -> large(target, shipment)).toList()
                : batch(target, shipments);
    }

    private List<Carried> batch(NodeId target, List<ClaimedShipment> shipments) {
        Instant begun = clock.instant();
        Optional<byte[]> octets = offer(target, new PullContent.Batch(shipments));
        if (octets.isPresent()
                && WireFormats.TRANSFER_ANSWERS.decode(octets.get())
                        instanceof Decoded.Value<TransferAnswers>(TransferAnswers answers)) {
            List<Carried> carried = new ArrayList<>();
            for (int i = 0; i < shipments.size(); i++) {
                carried.add(answered(shipments.get(i), begun, answers.answers().get(i)));
            }
            return carried;
        }
        return shipments.stream().map(shipment -> unanswered(shipment, begun)).toList();
    }

    private Carried large(NodeId target, ClaimedShipment shipment) {
        Instant begun = clock.instant();
        Optional<byte[]> octets = offer(target, new PullContent.Large(shipment, heartbeat));
        return octets.isPresent()
                        && WireFormats.TRANSFER_ANSWER.decode(octets.get())
                                instanceof Decoded.Value<TransferAnswer>(TransferAnswer answer)
                ? answered(shipment, begun, answer)
                : unanswered(shipment, begun);
    }

    private Optional<byte[]> offer(NodeId target, PullContent content) {
        try {
            return mailbox.offer(target, content);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Carried answered(ClaimedShipment shipment, Instant begun, TransferAnswer answer) {
        long octets = shipment.head().header().payload().size();
        return new Carried.Answered(shipment, new Carried.Trip(begun, clock.instant(), OK, octets, 0), answer);
    }

    private Carried unanswered(ClaimedShipment shipment, Instant begun) {
        return new Carried.Unanswered(
                shipment, new Carried.Trip(begun, clock.instant(), 0, 0, 0), ErrorCode.UNAVAILABLE);
    }
}
