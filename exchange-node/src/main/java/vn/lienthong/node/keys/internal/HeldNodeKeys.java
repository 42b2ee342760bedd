package vn.lienthong.node.keys.internal;

import java.util.concurrent.atomic.AtomicReference;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.NodeKeys;

/** The node's own keys in memory. */
final class HeldNodeKeys implements NodeKeys, NodeKeyRenewal {

    private final AtomicReference<NodeIdentity> current;

    HeldNodeKeys(NodeIdentity identity) {
        this.current = new AtomicReference<>(identity);
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
        current.set(renewed);
    }
}
