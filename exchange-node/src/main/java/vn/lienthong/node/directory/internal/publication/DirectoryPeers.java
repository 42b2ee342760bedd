package vn.lienthong.node.directory.internal.publication;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.PeerRegister;

/** Answers the questions of connections from the state of the moment. */
public final class DirectoryPeers implements PeerRegister {

    private final DirectoryView directory;
    private final InstantSource clock;

    /** Asks this copy. */
    public DirectoryPeers(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<NodeId> nodeOf(X509Certificate tlsCertificate) {
        Sha256 fingerprint = Sha256.of(Certificates.encode(tlsCertificate));
        return directory
                .current()
                .nodeByTls(fingerprint, clock.instant())
                .map(entry -> entry.node().id());
    }

    @Override
    public Optional<URI> addressOf(NodeId node) {
        return directory
                .current()
                .node(node)
                .filter(entry -> entry.takesPartAt(clock.instant()))
                .map(NodeEntry::node)
                .filter(put -> put.reachability() == Reachability.PUSH)
                .map(put -> URI.create(put.exchangeUrl()));
    }
}
