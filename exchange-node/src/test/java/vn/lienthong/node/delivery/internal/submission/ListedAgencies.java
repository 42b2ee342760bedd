package vn.lienthong.node.delivery.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.CopyAge;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.keys.PlaceholderCertificates;

/** A directory of agencies that a test lists one by one, with the keys of this node and of the agencies that it serves. */
final class ListedAgencies implements DirectoryView, AgencyKeys, NodeKeys {

    static final NodeId HERE = new NodeId("node-a");
    private static final SuiteId SUITE = new SuiteId("LT-1");

    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final PlaceholderCertificates fresh;
    private final SigningKey nodeKey;
    private final Map<Sha256, X509Certificate> certificates = new HashMap<>();
    private final Map<AgencyId, DualSigningKey> signing = new HashMap<>();
    private final Set<AgencyId> hosted = new HashSet<>();
    private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;
    private CopyAge age = CopyAge.original();

    ListedAgencies(TimeOrderedIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
        this.fresh = new PlaceholderCertificates(clock);
        this.nodeKey = fresh.generate(KeyAlgorithm.EC_P256);
        node(HERE, nodeKey);
    }

    /** From now on the copy is as old as that. */
    void grow(CopyAge older) {
        age = older;
    }

    @Override
    public CopyAge age() {
        return age;
    }

    void node(NodeId id, SigningKey key) {
        Octets certificate = Octets.of(Certificates.encode(key.certificate()));
        Octets tls = Octets.of(
                Certificates.encode(fresh.generate(KeyAlgorithm.EC_P256).certificate()));
        apply(new NodePut(
                id,
                id.value(),
                "https://" + id.value() + ".example",
                tls,
                certificate,
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY));
    }

    /** Lists another node. */
    NodeId node(String name) {
        NodeId id = new NodeId(name);
        node(id, fresh.generate(KeyAlgorithm.EC_P256));
        return id;
    }

    /** Lists an agency without keys. */
    AgencyId withoutKeys(String code, NodeId node) {
        AgencyId id = new AgencyId(ids.next());
        CodeValidity validity = new CodeValidity(new AgencyCode(code), clock.instant(), null);
        apply(new AgencyPut(
                new Agency(id, Bloc.GOVERNMENT, "Cơ quan " + code, List.of(validity), null), node, List.of(SUITE)));
        return id;
    }

    /** Lists an agency whose keys are usable that long from now. */
    AgencyId withKeys(String code, NodeId node, Duration usable) {
        AgencyId id = withoutKeys(code, node);
        SigningKey classical = fresh.generate(KeyAlgorithm.EC_P256);
        SigningKey postQuantum = fresh.generate(KeyAlgorithm.ML_DSA_65);
        SigningKey sealing = fresh.generate(KeyAlgorithm.MLKEM768_X25519);
        apply(new AgencyKeysPut(
                id,
                1,
                listed(classical, usable),
                listed(postQuantum, usable),
                List.of(new SuiteKey(SUITE, listed(sealing, usable)))));
        signing.put(id, new DualSigningKey(classical, postQuantum));
        return id;
    }

    /** Lists an agency that this node serves. */
    AgencyId host(String code) {
        AgencyId id = withKeys(code, HERE, Duration.ofHours(20));
        hosted.add(id);
        return id;
    }

    /** Lets another node serve an agency whose keys are still here. */
    void moveAway(AgencyId agency) {
        hosted.remove(agency);
    }

    /** Closes a code. */
    void close(String code, List<AgencyCode> successors) {
        apply(new AgencyClosed(new AgencyCode(code), clock.instant(), successors));
    }

    private PublishedCertificate listed(SigningKey key, Duration usable) {
        X509Certificate certificate = key.certificate();
        Octets der = Octets.of(Certificates.encode(certificate));
        certificates.put(der.sha256(), certificate);
        return new PublishedCertificate(der, clock.instant(), clock.instant().plus(usable));
    }

    private void apply(DirectoryChange change) {
        FoldResult result = snapshot.apply(List.of(change));
        assertThat(result).isInstanceOf(FoldResult.Folded.class);
        snapshot = ((FoldResult.Folded) result).snapshot();
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
        return Set.copyOf(hosted);
    }

    @Override
    public Optional<X509Certificate> certificate(Sha256 fingerprint) {
        return Optional.ofNullable(certificates.get(fingerprint));
    }

    @Override
    public void onChange(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DualSigningKey> signing(AgencyId agency) {
        return Optional.ofNullable(signing.get(agency));
    }

    @Override
    public List<RecipientKey> recipientKeys(AgencyId agency, SuiteId suite) {
        return List.of();
    }

    @Override
    public NodeId nodeId() {
        return HERE;
    }

    @Override
    public SigningKey signingKey() {
        return nodeKey;
    }
}
