package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.CertificateRef;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.directory.Resolution;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.KeyDependants;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** An agency, its node and the central directory over a long time, on a clock that a test moves. */
final class KeyYear implements DirectoryView, AgencyKeyStore {

    static final AgencyId AGENCY = new AgencyId(new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final AgencyCode CODE = new AgencyCode("H99.77");
    private static final NodeId NODE = new NodeId("here");

    final SettableClock clock = new SettableClock();
    final List<AgencyKeySet> epochs = new ArrayList<>();
    final List<Long> destroyed = new ArrayList<>();
    final Map<Sha256, X509Certificate> certificates = new HashMap<>();
    final DirectoryAuthority authority;
    private final KeyRotation rotation;
    private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;
    private Optional<AgencyKeySet> pending = Optional.empty();

    KeyYear(KeyTerms terms) throws IOException {
        try (DataDirectory data = DataDirectory.open(TestDirectories.fresh("year"))) {
            KeyVault vault = KeyVault.at(data.root(), new SecureRandom());
            authority = DirectoryAuthority.open(vault, data.keys().resolve("anchor.pem"), false, clock);
        }
        rotation = new KeyRotation(this, new PlaceholderCertificates(clock), terms, clock);
        Octets der = Octets.of(Certificates.encode(authority.anchor().authority()));
        publish(new NodePut(
                NODE,
                "Nút",
                "https://here.example",
                der,
                der,
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.TOP_SECRET));
        Agency agency = new Agency(
                AGENCY, Bloc.GOVERNMENT, "Cơ quan", List.of(new CodeValidity(CODE, SettableClock.START, null)), null);
        publish(new AgencyPut(agency, NODE, List.of(new SuiteId("LT-1"), new SuiteId("LT-2"))));
    }

    AgencyKeyKeeper keeper(CrashPoints crashPoints, KeyDependants... dependants) {
        return new AgencyKeyKeeper(this, this, new Admission(), rotation, List.of(dependants), crashPoints, clock);
    }

    void publish(DirectoryChange change) {
        if (!(snapshot.apply(List.of(change)) instanceof FoldResult.Folded(DirectorySnapshot next))) {
            throw new AssertionError("the change does not fit");
        }
        snapshot = next;
    }

    /** The certificate to which a sender would seal now. */
    X509Certificate sealedTo(String suite) {
        if (!(snapshot.resolve(CODE, new SuiteId(suite), clock.instant()) instanceof Resolution.Routed routed)) {
            throw new AssertionError("nobody can send to the agency");
        }
        return certificate(routed.key().fingerprint()).orElseThrow();
    }

    void passDays(int days) {
        clock.advance(Duration.ofDays(days));
    }

    /** The part of the directory that certifies: keys that stay keep their certificates. */
    private final class Admission extends KeyAdmission {

        Admission() {
            super(node -> Optional.empty(), authority.anchor(), (subject, kind, what) -> {}, NODE, clock);
        }

        @Override
        AgencyKeySet register(AgencyKeySet keys, Optional<AgencyKeySet> before) {
            Map<SuiteId, SigningKey> sealing = new HashMap<>();
            keys.sealing().forEach((suite, key) -> sealing.put(suite, certified(key, CertificateProfile.AGENCY_KEM)));
            AgencyKeySet certified = new AgencyKeySet(
                    AGENCY,
                    snapshot.agency(AGENCY)
                                    .flatMap(entry -> entry.currentKeys().map(AgencyKeys::epoch))
                                    .orElse(0L)
                            + 1,
                    new DualSigningKey(
                            certified(keys.signing().classical(), CertificateProfile.AGENCY_SIGNING),
                            certified(keys.signing().postQuantum(), CertificateProfile.AGENCY_SIGNING)),
                    sealing);
            publish(listed(certified));
            return certified;
        }

        private SigningKey certified(SigningKey key, CertificateProfile profile) {
            X509Certificate held = key.certificate();
            Sha256 fingerprint = Sha256.of(Certificates.encode(held));
            X509Certificate certificate = certificates.containsKey(fingerprint)
                    ? held
                    : authority.agency(AGENCY, held.getPublicKey(), profile);
            certificates.put(Sha256.of(Certificates.encode(certificate)), certificate);
            return new SigningKey(key.privateKey(), List.of(certificate));
        }
    }

    static AgencyKeysPut listed(AgencyKeySet keys) {
        return new AgencyKeysPut(
                keys.agency(),
                keys.epoch(),
                listed(keys.signing().classical().certificate()),
                listed(keys.signing().postQuantum().certificate()),
                keys.sealing().entrySet().stream()
                        .map(entry -> new SuiteKey(
                                entry.getKey(), listed(entry.getValue().certificate())))
                        .sorted((one, other) -> one.suite().compareTo(other.suite()))
                        .toList());
    }

    private static PublishedCertificate listed(X509Certificate certificate) {
        return new PublishedCertificate(
                Octets.of(Certificates.encode(certificate)),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** How an agency's keys stand in the directory. */
    CertificateRef listed(String suite) {
        return snapshot.agency(AGENCY)
                .flatMap(entry -> entry.currentKeys().flatMap(keys -> keys.suiteKey(new SuiteId(suite))))
                .orElseThrow();
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
        return Set.of(AGENCY);
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
    public List<AgencyKeySet> epochs(AgencyId agency) {
        return List.copyOf(epochs);
    }

    @Override
    public Optional<AgencyKeySet> pending(AgencyId agency) {
        return pending;
    }

    @Override
    public void keepPending(AgencyKeySet keys) {
        pending = Optional.of(keys);
    }

    @Override
    public void add(AgencyKeySet keys) {
        epochs.removeIf(other -> other.epoch() == keys.epoch());
        epochs.addFirst(keys);
        pending = Optional.empty();
    }

    @Override
    public void destroy(AgencyId agency, long epoch) {
        epochs.removeIf(keys -> keys.epoch() == epoch);
        destroyed.add(epoch);
    }
}
