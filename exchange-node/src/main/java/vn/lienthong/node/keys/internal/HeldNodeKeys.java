package vn.lienthong.node.keys.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.keys.NodeCertificatesRenewed;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.NodeKeys;

/** The node's own keys in memory. */
final class HeldNodeKeys implements NodeKeys, NodeKeyRenewal {

    private final AtomicReference<NodeIdentity> current;
    private final Consumer<NodeCertificatesRenewed> news;

    HeldNodeKeys(NodeIdentity identity, Consumer<NodeCertificatesRenewed> news) {
        this.current = new AtomicReference<>(identity);
        this.news = news;
    }

    @Override
    public NodeId nodeId() {
        return identity().nodeId();
    }

    @Override
    public SigningKey signingKey() {
        return identity().signing();
    }

    @Override
    public NodeIdentity identity() {
        return current.get();
    }

    @Override
    public void replace(NodeIdentity renewed) {
        if (!renewed.nodeId().equals(nodeId())) {
            throw new IllegalArgumentException("a node keeps its name");
        }
        news.accept(new NodeCertificatesRenewed(nodeId(), fingerprint(identity()), fingerprint(renewed)));
        current.set(renewed);
    }

    private static Sha256 fingerprint(NodeIdentity identity) {
        return Sha256.of(Certificates.encode(identity.signing().certificate()));
    }
}
