package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.directory.AgencyKeys;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedCertificate;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.core.evidence.DirectoryHead;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.LogRegister;
import vn.lienthong.node.directory.internal.server.DirectoryAuthority;
import vn.lienthong.node.directory.internal.server.PublicationLog;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogState;
import vn.lienthong.node.testing.Installation;

/** The directory's log between a directory and a node, both whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryLogIT {

    private static final InstantSource CLOCK = Clock.systemUTC();

    private final DirectorySite site;
    private final Installation node;

    DirectoryLogIT() throws IOException, InterruptedException {
        site = new DirectorySite();
        node = site.announce("first");
    }

    @BeforeAll
    void enrol() throws IOException, InterruptedException {
        assertThat(site.register("A01", "first").statusCode()).isEqualTo(201);
        node.start();
        DirectorySite.await("keys of A01", () -> keys().isPresent());
        DirectorySite.await("logs of the node", () -> logs(node, "first").isPresent());
    }

    @AfterAll
    void stop() {
        node.close();
        site.close();
    }

    @Test
    void directoryAndNodeDeriveTheSameTreeAndTheLogHoldsItsEntries() {
        DirectorySite.await("the same head", () -> head(node).equals(head(site.directory())));
        DirectoryHead head = head(node).orElseThrow();
        LogBook book = site.directory().get(LogBook.class);
        DirectorySite.await(
                "all entries are sequenced", () -> book.state(LogName.DIRECTORY).size() >= head.size());
        LogState state = book.state(LogName.DIRECTORY);
        List<LogEntry> entries = book.entries(LogName.DIRECTORY, 0, 1000);
        assertThat(entries).hasSize((int) state.size());
        assertThat(node.get(DirectoryProofs.class).root(state.size())).contains(state.root());
    }

    @Test
    void theNodeComparesTheCheckpointThatEverybodyIsShown() {
        DirectorySite.await(
                "a checkpoint fits",
                () -> node.get(DirectoryProofs.class).checkpoint().isPresent());
        assertThat(node.get(DirectoryAlarms.class).open()).noneMatch(DirectoryAlarm::halts);
    }

    @Test
    void listsTheKeysOfLogsAndWitnesses() {
        NodeLogs listed = logs(site.directory(), "first").orElseThrow();
        LogIdentity identity = node.get(LogIdentity.class);
        String origin = identity.logKeys(LogName.EVENTS).getFirst().name();
        assertThat(listed.logs())
                .singleElement()
                .satisfies(log -> assertThat(log.origin()).isEqualTo(origin));
        DirectorySite.await(
                "the directory's logs", () -> logs(node, "directory").isPresent());
        assertThat(logs(node, "directory").orElseThrow().logs()).hasSize(2);
        LogRegister witnessed = site.directory().get(LogRegister.class);
        assertThat(witnessed.keysOf(origin)).isEqualTo(identity.logKeys(LogName.EVENTS));
        assertThat(witnessed.keysOf("lienthong.vn/nobody")).isEmpty();
        assertThat(site.directory().get(ListedWitnesses.class).witnesses())
                .singleElement()
                .satisfies(witness -> {
                    assertThat(witness.keys()).isEqualTo(identity.witnessKeys());
                    assertThat(witness.bloc()).isEqualTo("PARTY");
                    assertThat(witness.url().toString())
                            .startsWith("https://localhost:")
                            .endsWith("/witness");
                });
    }

    @Test
    void anAdministratorOfTheDirectoryWhoRegistersAnotherKeyIsNoticedAtOnce() {
        AgencyEntry agency = entry().orElseThrow();
        AgencyId id = agency.agency().id();
        long epoch = agency.currentKeys().orElseThrow().epoch() + 1;
        DirectoryAuthority authority = site.directory().get(DirectoryAuthority.class);
        AgencyKeysPut stolen = new AgencyKeysPut(
                id,
                epoch,
                listed(authority, id, KeyAlgorithm.EC_P384, CertificateProfile.AGENCY_SIGNING),
                listed(authority, id, KeyAlgorithm.ML_DSA_87, CertificateProfile.AGENCY_SIGNING),
                List.of(new SuiteKey(
                        new SuiteId("LT-1"),
                        listed(authority, id, KeyAlgorithm.MLKEM768_X25519, CertificateProfile.AGENCY_KEM))));
        long sequence = site.directory()
                .get(PublicationLog.class)
                .append((current, now) -> new PublicationLog.Draft<>(List.of(stolen), number -> number));
        DirectoryAlarms alarms = node.get(DirectoryAlarms.class);
        DirectorySite.await("the alarm", () -> alarms.open().stream().anyMatch(alarm -> alarm.sequence() == sequence));
        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Kind.AGENCY_KEYS);
            assertThat(alarm.subject()).isEqualTo(id.toString());
            assertThat(alarm.entryIndex()).isNotNull();
        });
        // The alarm is durable before the state is seen.
        DirectorySite.await(
                "the publication is taken", () -> node.get(DirectoryView.class).sequence() >= sequence);
        assertThat(node.get(DirectoryProofs.class)
                        .certificate(
                                stolen.classical().der().sha256(),
                                head(node).orElseThrow().size()))
                .isPresent();
        DirectorySite.await(
                "the node's own keys again",
                () -> keys().filter(keys -> keys.epoch() > epoch).isPresent());
    }

    private static PublishedCertificate listed(
            DirectoryAuthority authority, AgencyId id, KeyAlgorithm algorithm, CertificateProfile profile) {
        PlaceholderCertificates fresh = new PlaceholderCertificates(CLOCK);
        X509Certificate certificate =
                authority.agency(id, fresh.generate(algorithm).certificate().getPublicKey(), profile);
        return new PublishedCertificate(
                Octets.of(Certificates.encode(certificate)),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private Optional<AgencyEntry> entry() {
        return node.get(DirectoryView.class).current().agency(new AgencyCode("A01"), CLOCK.instant());
    }

    private Optional<AgencyKeys> keys() {
        return entry().flatMap(AgencyEntry::currentKeys);
    }

    private static Optional<DirectoryHead> head(Installation installation) {
        return installation.get(DirectoryView.class).head();
    }

    private static Optional<NodeLogs> logs(Installation installation, String id) {
        return installation
                .get(DirectoryView.class)
                .current()
                .node(new NodeId(id))
                .map(NodeEntry::logs);
    }
}
