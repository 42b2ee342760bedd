package vn.lienthong.node.delivery.internal.transport;

import java.util.Optional;
import vn.lienthong.core.party.NodeId;

/** Takes the body of a request that was fetched instead of received. */
public interface PulledPost {

    /** Returns the path at which the same body is received. */
    String path();

    /** Takes it; returns the body of the answer, or nothing when it cannot be read. */
    Optional<byte[]> take(NodeId from, byte[] body);
}
