package vn.lienthong.node.delivery.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;

/** Claimed shipments to one node in one lane, and how many workers carry them. Guarded by itself. */
final class ShipmentQueue {

    /** Enough to fill requests, few enough to be put back quickly. */
    private static final int ROOM = 256;

    private static final int MOST_PARCELS = 64;
    private static final long MOST_OCTETS = 4L << 20;

    private final NodeId target;
    private final Lane lane;
    private final Deque<ClaimedShipment> waiting = new ArrayDeque<>();
    private int workers;

    ShipmentQueue(NodeId target, Lane lane) {
        this.target = target;
        this.lane = lane;
    }

    NodeId target() {
        return target;
    }

    Lane lane() {
        return lane;
    }

    synchronized boolean isFull() {
        return waiting.size() >= (lane == Lane.BULK ? 2 : ROOM);
    }

    /** Adds a shipment; returns whether one more worker should start. */
    synchronized boolean add(ClaimedShipment shipment) {
        waiting.add(shipment);
        if (workers >= 2) {
            return false;
        }
        workers++;
        return true;
    }

    /** A worker has ended because of a defect: another one may start in its place. */
    synchronized void workerLost() {
        workers--;
    }

    /** The next request's worth; empty when the worker is to end, which is thereby counted. */
    synchronized List<ClaimedShipment> takeBatch() {
        List<ClaimedShipment> batch = new ArrayList<>();
        long octets = 0;
        int most = lane == Lane.BULK ? 1 : MOST_PARCELS;
        while (!waiting.isEmpty() && batch.size() < most) {
            long size = waiting.getFirst().head().header().payload().size();
            if (!batch.isEmpty() && octets + size > MOST_OCTETS) {
                break;
            }
            octets += size;
            batch.add(waiting.removeFirst());
        }
        if (batch.isEmpty()) {
            workers--;
        }
        return batch;
    }
}
