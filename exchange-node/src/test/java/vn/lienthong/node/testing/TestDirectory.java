package vn.lienthong.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
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
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.NodeKeyRenewal;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.listener.ListenerPorts;

/** Publishes to a node under test what a test wants the directory to say. */
public final class TestDirectory {

    /** The suite for state secrets. */
    public static final SuiteId STRONG = new SuiteId("LT-2");

    private static final SuiteId SUITE = new SuiteId("LT-1");

    private final DirectoryCopy copy;
    private final AgencyKeyStore keys;
    private final NodeKeyRenewal node;
    private final ListenerPorts ports;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    TestDirectory(
            DirectoryCopy copy,
            AgencyKeyStore keys,
            NodeKeyRenewal node,
            ListenerPorts ports,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.copy = copy;
        this.keys = keys;
        this.node = node;
        this.ports = ports;
        this.ids = ids;
        this.clock = clock;
    }

    /** Publishes to a node that runs in an installation of its own. */
    public static TestDirectory of(Installation node) {
        return new TestDirectory(
                node.get(DirectoryCopy.class),
                node.get(AgencyKeyStore.class),
                node.get(NodeKeyRenewal.class),
                node.get(ListenerPorts.class),
                node.get(TimeOrderedIds.class),
                node.get(InstantSource.class));
    }

    /** Lists the node under test at its real exchange port. */
    public void listSelf() {
        list(node.identity(), "https://localhost:" + ports.exchange());
    }

    /** Lists a node. */
    public void list(NodeIdentity identity, String exchangeUrl) {
        list(identity, exchangeUrl, Reachability.PUSH);
    }

    /** Lists a node that others can connect to, or that fetches what is for it. */
    public void list(NodeIdentity identity, String exchangeUrl, Reachability reachability) {
        list(identity, exchangeUrl, reachability, Secrecy.ORDINARY);
    }

    /** Lists the node under test as approved for a level of secrecy. */
    public void approveSelf(Secrecy level) {
        list(node.identity(), "https://localhost:" + ports.exchange(), Reachability.PUSH, level);
    }

    /** Lists another node as approved for a level of secrecy. */
    public void approve(NodeIdentity identity, Secrecy level) {
        list(identity, "https://localhost:9", Reachability.PUSH, level);
    }

    private void list(NodeIdentity identity, String exchangeUrl, Reachability reachability, Secrecy level) {
        publish(List.of(new NodePut(
                identity.nodeId(),
                identity.nodeId().value(),
                exchangeUrl,
                Octets.of(Certificates.encode(identity.tls().certificate())),
                Octets.of(Certificates.encode(identity.signing().certificate())),
                reachability,
                NodeStatus.ACTIVE,
                level)));
    }

    /** Registers an agency of the node under test, with keys that this node holds; once, however often a test is run again. */
    public AgencyId host(AgencyCode code) throws IOException {
        Optional<AgencyEntry> known = copy.current().agency(code, clock.instant());
        if (known.isPresent()) {
            return known.get().agency().id();
        }
        AgencyKeySet set = keys();
        // As at a real node: the keys are held before the directory hears of them.
        keys.add(set);
        publish(code, node.identity().nodeId(), set);
        return set.agency();
    }

    /** The same with keys of both suites, as real nodes make them. */
    public AgencyId hostStrong(AgencyCode code) throws IOException {
        Optional<AgencyEntry> known = copy.current().agency(code, clock.instant());
        if (known.isPresent()) {
            return known.get().agency().id();
        }
        AgencyKeySet set = strongKeys();
        keys.add(set);
        publish(code, node.identity().nodeId(), set);
        return set.agency();
    }

    /** Registers an agency of a listed node with keys of both suites, which only the test holds. */
    public AgencyKeySet strongAgency(AgencyCode code, NodeId servedBy) {
        AgencyKeySet set = strongKeys();
        publish(code, servedBy, set);
        return set;
    }

    private AgencyKeySet strongKeys() {
        AgencyId id = new AgencyId(ids.next());
        PlaceholderCertificates fresh = new PlaceholderCertificates(clock);
        return new AgencyKeySet(
                id,
                1,
                new DualSigningKey(
                        issued(id, fresh.generate(KeyAlgorithm.EC_P384), CertificateProfile.AGENCY_SIGNING),
                        issued(id, fresh.generate(KeyAlgorithm.ML_DSA_87), CertificateProfile.AGENCY_SIGNING)),
                Map.of(
                        SUITE,
                        issued(id, fresh.generate(KeyAlgorithm.MLKEM768_X25519), CertificateProfile.AGENCY_KEM),
                        STRONG,
                        issued(id, fresh.generate(KeyAlgorithm.MLKEM1024_ECDH_P384), CertificateProfile.AGENCY_KEM)));
    }

    /** Registers an agency of a listed node and returns its keys, which only the test holds. */
    public AgencyKeySet agency(AgencyCode code, NodeId servedBy) {
        AgencyKeySet set = keys();
        publish(code, servedBy, set);
        return set;
    }

    /** Keys of an agency that does not exist yet. */
    public AgencyKeySet keys() {
        return keys(new AgencyId(ids.next()), 1);
    }

    /** Keys that nobody but the test holds. */
    public AgencyKeySet keys(AgencyId id, long epoch) {
        PlaceholderCertificates fresh = new PlaceholderCertificates(clock);
        return new AgencyKeySet(
                id,
                epoch,
                new DualSigningKey(
                        issued(id, fresh.generate(KeyAlgorithm.EC_P256), CertificateProfile.AGENCY_SIGNING),
                        issued(id, fresh.generate(KeyAlgorithm.ML_DSA_65), CertificateProfile.AGENCY_SIGNING)),
                Map.of(SUITE, issued(id, fresh.generate(KeyAlgorithm.MLKEM768_X25519), CertificateProfile.AGENCY_KEM)));
    }

    private void publish(AgencyCode code, NodeId servedBy, AgencyKeySet set) {
        AgencyId id = set.agency();
        Agency agency = new Agency(
                id, Bloc.GOVERNMENT, "Cơ quan " + code, List.of(new CodeValidity(code, clock.instant(), null)), null);
        List<DirectoryChange> changes = new ArrayList<>();
        changes.add(new AgencyPut(
                agency, servedBy, set.sealing().keySet().stream().sorted().toList()));
        changes.add(listed(set));
        publish(changes);
    }

    /** The change that lists keys. */
    public static AgencyKeysPut listed(AgencyKeySet set) {
        return new AgencyKeysPut(
                set.agency(),
                set.epoch(),
                listed(set.signing().classical()),
                listed(set.signing().postQuantum()),
                set.sealing().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new SuiteKey(entry.getKey(), listed(entry.getValue())))
                        .toList());
    }

    /** Publishes changes as the directory would, signed. */
    public void publish(List<DirectoryChange> changes) {
        Publication next = copy.log().next(clock.instant(), changes);
        assertThat(copy.offer(TestAuthority.authority().sign(WireFormats.PUBLICATION.encode(next), clock.instant())))
                .isInstanceOf(PublicationCheck.Appended.class);
    }

    private static SigningKey issued(AgencyId id, SigningKey key, CertificateProfile profile) {
        return new SigningKey(
                key.privateKey(),
                List.of(
                        TestAuthority.authority().agency(id, key.certificate().getPublicKey(), profile),
                        TestAuthority.authority().anchor().authority()));
    }

    private static PublishedCertificate listed(SigningKey key) {
        X509Certificate certificate = key.certificate();
        return new PublishedCertificate(
                Octets.of(Certificates.encode(certificate)),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
