package vn.lienthong.node.delivery.internal.transport;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadStore;

/** Chooses the way of a shipment. */
@InNodeRole
@Component
public class NodeCarriers {

    private final NodeKeys keys;
    private final LocalCarrier local;
    private final BatchCarrier batches;
    private final PeerTransport peers;
    private final PayloadStore store;
    private final WireCounters counters;
    private final PullMailbox mailbox;
    private final InstantSource clock;

    NodeCarriers(
            NodeKeys keys,
            ParcelAcceptance acceptance,
            PeerTransport peers,
            PayloadStore store,
            WireCounters counters,
            PullMailbox mailbox,
            InstantSource clock) {
        this.keys = keys;
        this.local = new LocalCarrier(acceptance, clock);
        this.batches = new BatchCarrier(peers, store, counters, clock);
        this.peers = peers;
        this.store = store;
        this.counters = counters;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** Whether the node fetches its parcels, so that carrying one means to wait for it. */
    public boolean isPulled(NodeId target) {
        return mailbox.serves(target);
    }

    /**
     * The way to a node in a lane.
     *
     * @param heartbeat told while a large parcel is under way, so that its lease is kept
     */
    public ParcelCarrier to(NodeId target, Lane lane, Consumer<ClaimedShipment> heartbeat) {
        if (target.equals(keys.nodeId())) {
            return local;
        }
        if (isPulled(target)) {
            return new PullCarrier(mailbox, heartbeat, clock);
        }
        return lane == Lane.BULK ? new UploadCarrier(peers, store, counters, heartbeat, clock) : batches;
    }
}
