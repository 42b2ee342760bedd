package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;

/** The way to agencies on this very node: through the same door as everybody else, without the network. */
final class LocalCarrier implements ParcelCarrier {

    private final ParcelAcceptance acceptance;
    private final InstantSource clock;

    LocalCarrier(ParcelAcceptance acceptance, InstantSource clock) {
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @Override
    public List<Carried> carry(NodeId target, List<ClaimedShipment> shipments) {
        Instant begun = clock.instant();
        List<ArrivedParcel> parcels =
                shipments.stream().map(LocalCarrier::arrived).toList();
        List<TransferAnswer> answers = acceptance.accept(target, parcels);
        Carried.Trip trip = new Carried.Trip(begun, clock.instant(), 0, 0, 0);
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < shipments.size(); i++) {
            carried.add(new Carried.Answered(shipments.get(i), trip, answers.get(i)));
        }
        return carried;
    }

    private static ArrivedParcel arrived(ClaimedShipment shipment) {
        return new ArrivedParcel(
                shipment.head().headerOctets(),
                shipment.head().envelope(),
                shipment.head().signature(),
                shipment.head().segments(),
                new ArrivedParcel.ArrivedPayload.InStore());
    }
}
