package vn.lienthong.node.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.lienthong.core.party.NodeId;

/** Tells which node sent a request, by the certificate of its TLS connection. */
public interface PeerIdentity {

    /**
     * The node; empty when the directory does not list the certificate for a node that may exchange.
     *
     * <p>Guarantees: asks the directory of the moment, so that a revoked node is nobody from its next request on, also on a
     * connection that was opened before.
     */
    Optional<NodeId> of(HttpServletRequest request);
}
