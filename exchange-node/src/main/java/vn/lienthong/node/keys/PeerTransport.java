package vn.lienthong.node.keys;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import vn.lienthong.core.party.NodeId;

/**
 * The way to other nodes: one HTTP client per node, with kept-alive connections.
 *
 * <p>Guarantees: a client talks to the node that was meant and to no other, whatever host answers at its address.
 */
public interface PeerTransport {

    /**
     * How to reach the node; ask again for each request. Empty when the directory does not list the node, has revoked it, or
     * lists no address because the node only pulls.
     */
    Optional<Peer> to(NodeId node);

    /**
     * A node that can be reached.
     *
     * @param node who it is
     * @param address its exchange address without path, {@code https://host:port}
     * @param client HTTP/1.1, TLS 1.3, with this node's certificate; shared: do not close
     */
    record Peer(NodeId node, URI address, HttpClient client) {}
}
