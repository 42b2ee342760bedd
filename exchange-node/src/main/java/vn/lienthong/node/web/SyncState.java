package vn.lienthong.node.web;

import java.time.Instant;

/** How well this node is connected to the others, for the foot of the first page. Implemented as a bean; answers at once. */
public interface SyncState {
    /**
     * When this node last heard from the exchange.
     *
     * @return the epoch when never
     */
    Instant at();

    /**
     * Tells whether all is well.
     *
     * @return false when this node has not heard from the exchange for too long
     */
    boolean good();
}
