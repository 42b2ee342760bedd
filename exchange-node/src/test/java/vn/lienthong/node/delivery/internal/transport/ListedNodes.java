package vn.lienthong.node.delivery.internal.transport;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PlaceholderCertificates;

/** A directory of nodes that a test lists one by one. */
final class ListedNodes implements DirectoryView, NodeKeys {

    static final NodeId HERE = new NodeId("here");

    private final InstantSource clock;
    private final PlaceholderCertificates fresh;
    private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;

    ListedNodes(InstantSource clock) {
        this.clock = clock;
        this.fresh = new PlaceholderCertificates(clock);
    }

    NodeId list(NodeId id, Reachability reachability) {
        NodePut put = new NodePut(
                id,
                id.value(),
                "https://" + id.value() + ".example",
                certificate(),
                certificate(),
                reachability,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
        snapshot = ((FoldResult.Folded) snapshot.apply(List.of(put))).snapshot();
        return id;
    }

    private Octets certificate() {
        return Octets.of(
                Certificates.encode(fresh.generate(KeyAlgorithm.EC_P256).certificate()));
    }

    @Override
    public NodeId nodeId() {
        return HERE;
    }

    @Override
    public SigningKey signingKey() {
        return fresh.generate(KeyAlgorithm.EC_P256);
    }

    @Override
    public DirectorySnapshot current() {
        return snapshot;
    }

    @Override
    public long sequence() {
        return 1;
    }

    @Override
    public Instant refreshedAt() {
        return clock.instant();
    }

    @Override
    public Set<AgencyId> hostedHere() {
        return Set.of();
    }

    @Override
    public Optional<X509Certificate> certificate(Sha256 fingerprint) {
        return Optional.empty();
    }

    @Override
    public void onChange(Runnable listener) {}
}
