package vn.lienthong.core.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/** Applies one batch of changes to a snapshot; used once, by one thread. */
final class SnapshotFold {

    private final ShardedMap.Changes<NodeId, NodeEntry> nodes;
    private final ShardedMap.Changes<AgencyId, AgencyEntry> agencies;
    private final ShardedMap.Changes<AgencyCode, List<AgencyId>> holders;
    private final ShardedMap.Changes<AgencyCode, AgencyClosed> closures;
    private final ShardedMap.Changes<Sha256, CertificateOwner> owners;
    private final ShardedMap.Changes<Sha256, CertificateRevoked> revocations;
    private final ShardedMap.Changes<String, NodeId> logNames;

    SnapshotFold(DirectorySnapshot base) {
        nodes = base.nodes.change();
        agencies = base.agencies.change();
        holders = base.holders.change();
        closures = base.closures.change();
        owners = base.owners.change();
        revocations = base.revocations.change();
        logNames = base.logNames.change();
    }

    /** Applies one change, or says why it does not fit. */
    Optional<String> apply(DirectoryChange change) {
        return switch (change) {
            case NodePut put -> putNode(put);
            case NodeLogsPut put -> putLogs(put);
            case AgencyPut put -> putAgency(put);
            case AgencyKeysPut put -> putKeys(put);
            case CertificateRevoked revoked -> revoke(revoked);
            case NodeRevoked revoked -> revoke(revoked);
            case AgencyClosed closed -> close(closed);
        };
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

    private Optional<String> putNode(NodePut put) {
        NodeEntry before = nodes.get(put.id());
        NodeEntry entry = NodeEntry.of(put, before);
        CertificateOwner owner = new CertificateOwner.OfNode(put.id());
        if (isTaken(entry.tlsFingerprint(), owner) || isTaken(entry.signingFingerprint(), owner)) {
            return Optional.of("a certificate of the node belongs to somebody else");
        }
        if (before != null) {
            // A signing certificate stays its own for good: what it signed has to be verified later.
            owners.remove(before.tlsFingerprint());
        }
        nodes.put(put.id(), entry);
        owners.put(entry.tlsFingerprint(), owner);
        owners.put(entry.signingFingerprint(), owner);
        return Optional.empty();
    }

    private Optional<String> putLogs(NodeLogsPut put) {
        NodeEntry before = nodes.get(put.node());
        if (before == null) {
            return Optional.of("the logs' node is not listed");
        }
        List<String> names = names(put.logs());
        if (names.stream().anyMatch(name -> isTaken(name, put.node()))) {
            return Optional.of("a log or witness of that name belongs to somebody else");
        }
        if (before.logs() != null) {
            names(before.logs()).forEach(logNames::remove);
        }
        names.forEach(name -> logNames.put(name, put.node()));
        nodes.put(put.node(), before.withLogs(put.logs()));
        return Optional.empty();
    }

    /** Origins and witness names are one set of names: a key of a log is never to be taken for one of another's witness. */
    static List<String> names(NodeLogs logs) {
        Stream<String> origins = logs.logs().stream().map(PublishedLog::origin);
        PublishedWitness witness = logs.witness();
        return Stream.concat(origins, witness == null ? Stream.of() : Stream.of(witness.name()))
                .distinct()
                .toList();
    }

    private boolean isTaken(String name, NodeId node) {
        NodeId current = logNames.get(name);
        return current != null && !current.equals(node);
    }

    private Optional<String> putAgency(AgencyPut put) {
        AgencyId id = put.agency().id();
        if (nodes.get(put.node()) == null) {
            return Optional.of("the agency's node is not listed");
        }
        if (put.agency().codes().stream().anyMatch(validity -> isHeldByAnother(validity, id))) {
            return Optional.of("a code belongs to another agency at the same time");
        }
        AgencyEntry before = agencies.get(id);
        if (before != null) {
            before.agency().codes().forEach(validity -> removeHolder(validity.code(), id));
        }
        put.agency().codes().forEach(validity -> addHolder(validity.code(), id));
        List<AgencyKeys> keys = before == null ? List.of() : before.keys();
        agencies.put(id, new AgencyEntry(put.agency(), put.node(), put.suites(), keys));
        return Optional.empty();
    }

    private Optional<String> putKeys(AgencyKeysPut put) {
        AgencyEntry before = agencies.get(put.agency());
        if (before == null) {
            return Optional.of("the keys' agency is not listed");
        }
        if (before.currentKeys().filter(keys -> keys.epoch() >= put.epoch()).isPresent()) {
            return Optional.of("the epoch does not grow");
        }
        AgencyKeys keys = AgencyKeys.of(put);
        CertificateOwner owner = new CertificateOwner.OfAgency(put.agency());
        if (keys.certificates().anyMatch(certificate -> isTaken(certificate.fingerprint(), owner))) {
            return Optional.of("a certificate of the agency belongs to somebody else");
        }
        AgencyEntry after = before.withKeys(keys);
        before.keys().stream()
                .flatMap(AgencyKeys::certificates)
                .forEach(certificate -> owners.remove(certificate.fingerprint()));
        after.keys().stream()
                .flatMap(AgencyKeys::certificates)
                .forEach(certificate -> owners.put(certificate.fingerprint(), owner));
        agencies.put(put.agency(), after);
        return Optional.empty();
    }

    private Optional<String> revoke(CertificateRevoked revoked) {
        CertificateRevoked before = revocations.get(revoked.fingerprint());
        // A revocation may be dated back, never forward: nothing that was revoked becomes good again.
        if (before == null || revoked.at().isBefore(before.at())) {
            revocations.put(revoked.fingerprint(), revoked);
        }
        return Optional.empty();
    }

    private Optional<String> revoke(NodeRevoked revoked) {
        NodeEntry before = nodes.get(revoked.node());
        if (before == null) {
            return Optional.of("the revoked node is not listed");
        }
        if (before.revokedAt() == null || revoked.at().isBefore(before.revokedAt())) {
            nodes.put(revoked.node(), before.revokedFrom(revoked.at()));
        }
        return Optional.empty();
    }

    private Optional<String> close(AgencyClosed closed) {
        if (holders.get(closed.code()) == null) {
            return Optional.of("the closed code belongs to nobody");
        }
        closures.put(closed.code(), closed);
        return Optional.empty();
    }

    private boolean isTaken(Sha256 fingerprint, CertificateOwner owner) {
        CertificateOwner current = owners.get(fingerprint);
        return current != null && !current.equals(owner);
    }

    private boolean isHeldByAnother(CodeValidity validity, AgencyId id) {
        AgencyClosed closure = closures.get(validity.code());
        return holdersOf(validity.code()).stream()
                .filter(holder -> !holder.equals(id))
                .flatMap(holder -> Optional.ofNullable(agencies.get(holder)).stream())
                .flatMap(entry -> entry.agency().codes().stream())
                .filter(other -> closure == null
                        || !other.from().isBefore(closure.at())
                        || validity.from().isBefore(closure.at()))
                .anyMatch(validity::clashesWith);
    }

    private List<AgencyId> holdersOf(AgencyCode code) {
        List<AgencyId> ids = holders.get(code);
        return ids == null ? List.of() : ids;
    }

    private void addHolder(AgencyCode code, AgencyId id) {
        List<AgencyId> ids = new ArrayList<>(holdersOf(code));
        if (!ids.contains(id)) {
            ids.add(id);
        }
        holders.put(code, List.copyOf(ids));
    }

    private void removeHolder(AgencyCode code, AgencyId id) {
        List<AgencyId> ids =
                holdersOf(code).stream().filter(holder -> !holder.equals(id)).toList();
        if (ids.isEmpty()) {
            holders.remove(code);
        } else {
            holders.put(code, ids);
        }
    }
}
