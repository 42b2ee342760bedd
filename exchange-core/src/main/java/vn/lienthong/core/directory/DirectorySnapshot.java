package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;

/**
 * The directory at one moment: immutable, every question answered from memory. Applying changes shares all that they do not
 * touch. Certificates are held by fingerprint; their octets are not in memory, except those of nodes.
 */
public final class DirectorySnapshot {

    /** The directory before the first publication. */
    public static final DirectorySnapshot EMPTY = new DirectorySnapshot(
            ShardedMap.empty(),
            ShardedMap.empty(),
            ShardedMap.empty(),
            ShardedMap.empty(),
            ShardedMap.empty(),
            ShardedMap.empty(),
            ShardedMap.empty());

    final ShardedMap<NodeId, NodeEntry> nodes;
    final ShardedMap<AgencyId, AgencyEntry> agencies;
    final ShardedMap<AgencyCode, List<AgencyId>> holders;
    final ShardedMap<AgencyCode, AgencyClosed> closures;
    final ShardedMap<Sha256, CertificateOwner> owners;
    final ShardedMap<Sha256, CertificateRevoked> revocations;
    final ShardedMap<String, NodeId> logNames;
    private final Predicate<Sha256> withheld;

    DirectorySnapshot(
            ShardedMap<NodeId, NodeEntry> nodes,
            ShardedMap<AgencyId, AgencyEntry> agencies,
            ShardedMap<AgencyCode, List<AgencyId>> holders,
            ShardedMap<AgencyCode, AgencyClosed> closures,
            ShardedMap<Sha256, CertificateOwner> owners,
            ShardedMap<Sha256, CertificateRevoked> revocations,
            ShardedMap<String, NodeId> logNames) {
        this.withheld = fingerprint -> false;
        this.nodes = nodes;
        this.agencies = agencies;
        this.holders = holders;
        this.closures = closures;
        this.owners = owners;
        this.revocations = revocations;
        this.logNames = logNames;
    }

    private DirectorySnapshot(DirectorySnapshot same, Predicate<Sha256> withheld) {
        this.withheld = withheld;
        this.nodes = same.nodes;
        this.agencies = same.agencies;
        this.holders = same.holders;
        this.closures = same.closures;
        this.owners = same.owners;
        this.revocations = same.revocations;
        this.logNames = same.logNames;
    }

    /** The same directory, in which nothing is sealed to certificates of which the predicate says so. */
    public DirectorySnapshot withholding(Predicate<Sha256> certificates) {
        return new DirectorySnapshot(this, certificates);
    }

    /** Applies changes in their order: all of them or none. */
    public FoldResult apply(List<DirectoryChange> changes) {
        SnapshotFold fold = new SnapshotFold(this);
        for (int i = 0; i < changes.size(); i++) {
            Optional<String> fault = fold.apply(changes.get(i));
            if (fault.isPresent()) {
                return new FoldResult.Inapplicable(i, fault.get());
            }
        }
        return new FoldResult.Folded(fold.build());
    }

    /** Finds a node. */
    public Optional<NodeEntry> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Finds an agency by its lasting identity. */
    public Optional<AgencyEntry> agency(AgencyId id) {
        return Optional.ofNullable(agencies.get(id));
    }

    /** Finds the agency to which the code belongs at that instant; a closed code belongs to nobody. */
    public Optional<AgencyEntry> agency(AgencyCode code, Instant time) {
        AgencyClosed closure = closures.get(code);
        return holdersOf(code).stream()
                .flatMap(holder -> Optional.ofNullable(agencies.get(holder)).stream())
                .filter(entry -> holds(entry, code, time, closure))
                .findFirst();
    }

    /**
     * Finds whose certificate it is; nodes' current certificates for connections, all with which they ever signed, and the kept
     * epochs of agencies' are known.
     */
    public Optional<CertificateOwner> owner(Sha256 fingerprint) {
        return Optional.ofNullable(owners.get(fingerprint));
    }

    /** Finds the node that shows this certificate in connections, when neither it nor the certificate is revoked. */
    public Optional<NodeEntry> nodeByTls(Sha256 fingerprint, Instant time) {
        return nodeOf(fingerprint, time).filter(entry -> entry.tlsFingerprint().equals(fingerprint));
    }

    /** Finds the node that signs with this certificate, when neither it nor the certificate is revoked. */
    public Optional<NodeEntry> nodeBySigning(Sha256 fingerprint, Instant time) {
        return nodeOf(fingerprint, time)
                .filter(entry -> entry.signingFingerprint().equals(fingerprint));
    }

    /** Finds the node that keeps the log of this origin, or is the witness of this name. */
    public Optional<NodeEntry> nodeByLogName(String name) {
        return Optional.ofNullable(logNames.get(name)).flatMap(this::node);
    }

    /** Returns whether the certificate is revoked at that instant. */
    public boolean isRevoked(Sha256 fingerprint, Instant time) {
        CertificateRevoked revocation = revocations.get(fingerprint);
        return revocation != null && !time.isBefore(revocation.at());
    }

    /** Answers whether and how the code can be addressed in the suite at that instant. */
    public Resolution resolve(AgencyCode code, SuiteId suite, Instant time) {
        return agency(code, time).map(entry -> resolve(entry, suite, time)).orElseGet(() -> absent(code, time));
    }

    /** Visits all revocations of single certificates in no particular order. */
    public void forEachRevocation(Consumer<CertificateRevoked> action) {
        revocations.forEach((fingerprint, revocation) -> action.accept(revocation));
    }

    /** Visits all agencies in no particular order. */
    public void forEachAgency(Consumer<AgencyEntry> action) {
        agencies.forEach((id, entry) -> action.accept(entry));
    }

    /** Visits all nodes in no particular order. */
    public void forEachNode(Consumer<NodeEntry> action) {
        nodes.forEach((id, entry) -> action.accept(entry));
    }

    /** Returns how many agencies are listed, closed ones included. */
    public int agencyCount() {
        return agencies.size();
    }

    /** Returns how many nodes are listed, revoked ones included. */
    public int nodeCount() {
        return nodes.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DirectorySnapshot that
                && nodes.equals(that.nodes)
                && agencies.equals(that.agencies)
                && holders.equals(that.holders)
                && closures.equals(that.closures)
                && owners.equals(that.owners)
                && revocations.equals(that.revocations)
                && logNames.equals(that.logNames);
    }

    @Override
    public int hashCode() {
        return agencies.hashCode();
    }

    @Override
    public String toString() {
        return "DirectorySnapshot[" + nodes.size() + " nodes, " + agencies.size() + " agencies]";
    }

    private List<AgencyId> holdersOf(AgencyCode code) {
        List<AgencyId> ids = holders.get(code);
        return ids == null ? List.of() : ids;
    }

    private static boolean holds(AgencyEntry entry, AgencyCode code, Instant time, @Nullable AgencyClosed closure) {
        return entry.agency().codes().stream()
                .filter(validity -> validity.code().equals(code) && validity.covers(time))
                // A code that was given anew after its closure is open again.
                .anyMatch(validity -> closure == null
                        || time.isBefore(closure.at())
                        || !validity.from().isBefore(closure.at()));
    }

    private Optional<NodeEntry> nodeOf(Sha256 fingerprint, Instant time) {
        if (isRevoked(fingerprint, time) || !(owners.get(fingerprint) instanceof CertificateOwner.OfNode(NodeId id))) {
            return Optional.empty();
        }
        return node(id).filter(entry -> !entry.isRevokedAt(time));
    }

    private Resolution absent(AgencyCode code, Instant time) {
        AgencyClosed closure = closures.get(code);
        if (closure != null && !time.isBefore(closure.at())) {
            return new Resolution.ClosedCode(closure.at(), closure.successors());
        }
        return holdersOf(code).stream()
                .flatMap(holder -> Optional.ofNullable(agencies.get(holder)).stream())
                .flatMap(entry -> entry.agency().codes().stream())
                .filter(validity -> validity.code().equals(code))
                .flatMap(validity -> Optional.ofNullable(validity.until()).stream())
                .filter(until -> !time.isBefore(until))
                .max(Instant::compareTo)
                .<Resolution>map(until -> new Resolution.ClosedCode(until, List.of()))
                .orElseGet(Resolution.UnknownCode::new);
    }

    private Resolution resolve(AgencyEntry entry, SuiteId suite, Instant time) {
        if (!entry.suites().contains(suite)) {
            return new Resolution.SuiteNotAccepted();
        }
        NodeEntry node = nodes.get(entry.node());
        if (node == null) {
            return new Resolution.UnknownCode();
        }
        if (!node.takesPartAt(time)) {
            return new Resolution.NodeOut(node);
        }
        List<CertificateRef> usable = entry.keys().stream()
                .flatMap(keys -> keys.suiteKey(suite).stream())
                .filter(key -> !isRevoked(key.fingerprint(), time) && !withheld.test(key.fingerprint()))
                .toList();
        return usable.stream()
                .filter(key -> key.covers(time))
                .findFirst()
                .<Resolution>map(key -> new Resolution.Routed(entry, node, key))
                .orElseGet(() -> withoutKey(usable, time));
    }

    private static Resolution withoutKey(List<CertificateRef> usable, Instant time) {
        return usable.stream()
                .map(CertificateRef::notAfter)
                .filter(notAfter -> !time.isBefore(notAfter))
                .max(Instant::compareTo)
                .<Resolution>map(Resolution.KeyExpired::new)
                .orElseGet(Resolution.NoKey::new);
    }
}
