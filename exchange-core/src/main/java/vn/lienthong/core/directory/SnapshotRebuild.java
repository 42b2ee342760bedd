package vn.lienthong.core.directory;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/** Makes a snapshot of its entries; what follows from them is computed. Used once, by one thread. */
final class SnapshotRebuild {

    private final ShardedMap.Changes<NodeId, NodeEntry> nodes =
            ShardedMap.<NodeId, NodeEntry>empty().change();
    private final ShardedMap.Changes<AgencyId, AgencyEntry> agencies =
            ShardedMap.<AgencyId, AgencyEntry>empty().change();
    private final ShardedMap.Changes<AgencyCode, List<AgencyId>> holders =
            ShardedMap.<AgencyCode, List<AgencyId>>empty().change();
    private final ShardedMap.Changes<AgencyCode, AgencyClosed> closures =
            ShardedMap.<AgencyCode, AgencyClosed>empty().change();
    private final ShardedMap.Changes<Sha256, CertificateOwner> owners =
            ShardedMap.<Sha256, CertificateOwner>empty().change();
    private final ShardedMap.Changes<Sha256, CertificateRevoked> revocations =
            ShardedMap.<Sha256, CertificateRevoked>empty().change();
    private final ShardedMap.Changes<String, NodeId> logNames =
            ShardedMap.<String, NodeId>empty().change();

    void add(NodeEntry entry) {
        NodeId id = entry.node().id();
        CertificateOwner owner = new CertificateOwner.OfNode(id);
        nodes.put(id, entry);
        owners.put(entry.tlsFingerprint(), owner);
        owners.put(entry.signingFingerprint(), owner);
        entry.formerSigning().forEach(former -> owners.put(former, owner));
        if (entry.logs() != null) {
            SnapshotFold.names(entry.logs()).forEach(name -> logNames.put(name, id));
        }
    }

    void add(AgencyEntry entry) {
        AgencyId id = entry.agency().id();
        CertificateOwner owner = new CertificateOwner.OfAgency(id);
        agencies.put(id, entry);
        entry.agency().codes().stream().map(CodeValidity::code).distinct().forEach(code -> hold(code, id));
        entry.keys().stream()
                .flatMap(AgencyKeys::certificates)
                .forEach(certificate -> owners.put(certificate.fingerprint(), owner));
    }

    private void hold(AgencyCode code, AgencyId id) {
        List<AgencyId> before = holders.get(code);
        if (before == null) {
            holders.put(code, List.of(id));
            return;
        }
        List<AgencyId> all = new ArrayList<>(before);
        all.add(id);
        holders.put(code, List.copyOf(all));
    }

    void add(AgencyClosed closed) {
        closures.put(closed.code(), closed);
    }

    void add(CertificateRevoked revoked) {
        revocations.put(revoked.fingerprint(), revoked);
    }

    DirectorySnapshot build() {
        return new DirectorySnapshot(
                nodes.build(),
                agencies.build(),
                holders.build(),
                closures.build(),
                owners.build(),
                revocations.build(),
                logNames.build());
    }
}
