package vn.lienthong.node.keys;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import vn.lienthong.core.party.NodeId;

/** What the directory says about other nodes, as far as connections need it. Asked for each request: answers from memory. */
public interface PeerRegister {

    /** The unrevoked node that the directory lists with this TLS certificate. */
    Optional<NodeId> nodeOf(X509Certificate tlsCertificate);

    /** The exchange address of an unrevoked node. */
    Optional<URI> addressOf(NodeId node);
}
