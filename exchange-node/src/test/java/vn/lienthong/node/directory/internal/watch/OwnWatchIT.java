package vn.lienthong.node.directory.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.lienthong.node.directory.internal.watch.WatchedCopy.ELSEWHERE;
import static vn.lienthong.node.directory.internal.watch.WatchedCopy.HERE;
import static vn.lienthong.node.directory.internal.watch.WatchedCopy.SUITE;
import static vn.lienthong.node.directory.internal.watch.WatchedCopy.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.ProofCheck;
import vn.lienthong.node.directory.DirectoryAlarm;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.DirectoryProofs.KeyProof;
import vn.lienthong.node.directory.internal.publication.Taken;
import vn.lienthong.node.directory.internal.publication.TreeProofs;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class OwnWatchIT {

    private final DataSource source;
    private WatchedCopy world;
    private AgencyId agency;

    OwnWatchIT(DataSource source) {
        this.source = source;
        world = new WatchedCopy(source);
        agency = world.begin("A01");
    }

    @BeforeEach
    void begin() {
        world = new WatchedCopy(source);
        agency = world.begin("A01");
    }

    @Test
    void doesNotRingForWhatThisNodeDidItself() {
        assertThat(world.alarms.open()).isEmpty();
        assertThat(world.copy.hostedHere()).containsExactly(agency);
    }

    @Test
    void ringsWhenSomebodyElseRegistersAKeyForAnAgencyOfThisNode() {
        SigningKey stolen = world.fresh();
        world.publish(keys(agency, 2, stolen, world.fresh()));
        DirectoryAlarm alarm = only(Kind.AGENCY_KEYS);
        assertThat(alarm.code()).isEqualTo(ErrorCode.DIRECTORY_UNASKED_CHANGE);
        assertThat(alarm.subject()).isEqualTo(agency.toString());
        assertThat(alarm.sequence()).isEqualTo(4);
        assertThat(alarm.entryIndex()).isEqualTo(4);
        assertThat(world.events).containsExactly(alarm);
    }

    @Test
    void theEntryOfAStolenRegistrationIsProvenByTheLog() {
        SigningKey stolen = world.fresh();
        AgencyKeysPut theft = keys(agency, 2, stolen, world.fresh());
        world.publish(theft);
        long size = world.copy.head().orElseThrow().size();
        TreeProofs proofs = new TreeProofs(world.store, world.copy);
        KeyProof proof =
                proofs.certificate(theft.classical().der().sha256(), size).orElseThrow();
        InclusionProof inclusion = new InclusionProof(
                proof.index(),
                size,
                proof.path().stream().map(hash -> MerkleHash.of(hash.bytes())).toList());
        MerkleHash leaf = MerkleHash.leaf(proof.entry().toByteArray());
        MerkleHash root = MerkleHash.of(world.copy.head().orElseThrow().root().bytes());
        assertThat(inclusion.check(leaf, root)).isEqualTo(ProofCheck.VALID);
        assertThat(new String(proof.entry().toByteArray(), StandardCharsets.UTF_8))
                .contains(proof.change().sha256().hex());
        assertThat(proofs.certificate(theft.classical().der().sha256(), size - 1))
                .isEmpty();
        assertThat(proofs.certificate(theft.classical().der().sha256(), size + 1))
                .isEmpty();
    }

    @Test
    void doesNotRingForKeysThatWereAskedForBeforeACrash() {
        SigningKey first = world.fresh();
        SigningKey second = world.fresh();
        world.asked.ask(agency, Asking.Kind.AGENCY_KEY, WatchedCopy.key(first));
        world.asked.ask(agency, Asking.Kind.AGENCY_KEY, WatchedCopy.key(second));
        world.publish(keys(agency, 2, first, second));
        assertThat(world.alarms.open()).isEmpty();
    }

    @Test
    void ringsWhenOnlyOneOfTheKeysIsForeign() {
        SigningKey own = world.fresh();
        world.asked.ask(agency, Asking.Kind.AGENCY_KEY, WatchedCopy.key(own));
        world.publish(keys(agency, 2, own, world.fresh()));
        assertThat(only(Kind.AGENCY_KEYS).detail()).contains("epoch 2");
    }

    @Test
    void ringsWhenAnAgencyIsRoutedElsewhereAndNotForItsKeysThere() {
        world.publish(world.agency(agency, "A01", ELSEWHERE, List.of(SUITE)));
        assertThat(only(Kind.ROUTE).detail()).contains("elsewhere");
        world.publish(keys(agency, 2, world.fresh(), world.fresh()));
        assertThat(world.alarms.open()).hasSize(1);
        assertThat(world.copy.hostedHere()).isEmpty();
    }

    @Test
    void ringsWhenSuitesOrCodesChange() {
        world.publish(world.agency(agency, "A01", HERE, List.of(SUITE, new SuiteId("LT-2"))));
        assertThat(only(Kind.SUITES).subject()).isEqualTo(agency.toString());
        world.publish(world.agency(agency, "A02", HERE, List.of(SUITE, new SuiteId("LT-2"))));
        assertThat(world.alarms.open()).first().extracting(DirectoryAlarm::kind).isEqualTo(Kind.AGENCY);
    }

    @Test
    void ringsWhenACodeEndsOrACertificateOrTheNodeIsRevoked() {
        world.publish(new AgencyClosed(new AgencyCode("A01"), world.clock.instant(), List.of()));
        assertThat(only(Kind.CODE_CLOSED).subject()).isEqualTo("A01");
        Octets certificate = Octets.of(Certificates.encode(world.tls.certificate()));
        world.publish(new CertificateRevoked(certificate.sha256(), "a mistake", world.clock.instant()));
        world.publish(new NodeRevoked(HERE, "a mistake", world.clock.instant()));
        assertThat(world.alarms.open()).hasSize(3);
        assertThat(world.alarms.openCount()).isEqualTo(3);
    }

    @Test
    void ringsWhenTheNodeIsListedAtAnAddressThatItDidNotAskFor() {
        world.asked.ask(HERE, Asking.Kind.ADDRESS, OwnWatch.text("https://moved.example"));
        world.publish(world.node(HERE, world.tls, world.signing, "https://moved.example"));
        assertThat(world.alarms.open()).isEmpty();
        world.publish(world.node(HERE, world.tls, world.signing, "https://thief.example"));
        world.publish(world.node(HERE, world.fresh(), world.signing, "https://thief.example"));
        assertThat(world.alarms.open()).hasSize(2).allMatch(alarm -> alarm.kind() == Kind.NODE);
    }

    @Test
    void ringsWhenTheDirectoryRaisesOrLowersWhatThisNodeMayHandle() {
        for (Secrecy level : List.of(Secrecy.TOP_SECRET, Secrecy.CONFIDENTIAL)) {
            NodePut listed = world.copy.current().node(HERE).orElseThrow().node();
            world.publish(new NodePut(
                    HERE,
                    listed.name(),
                    listed.exchangeUrl(),
                    listed.tlsCertificate(),
                    listed.signingCertificate(),
                    listed.reachability(),
                    listed.status(),
                    level));
        }
        assertThat(world.alarms.open())
                .hasSize(2)
                .allMatch(alarm -> alarm.kind() == Kind.NODE)
                .extracting(DirectoryAlarm::detail)
                .anyMatch(detail -> detail.contains("TOP_SECRET, before ORDINARY"))
                .anyMatch(detail -> detail.contains("CONFIDENTIAL, before TOP_SECRET"));
    }

    @Test
    void doesNotRingForOthersAndForAgenciesThatAreNewHere() {
        AgencyId other = new AgencyId(UUID.fromString("019ab3c4-d5e6-7f01-8234-56789abcdef1"));
        world.publish(world.agency(other, "B01", ELSEWHERE, List.of(SUITE)));
        world.publish(keys(other, 1, world.fresh(), world.fresh()));
        world.publish(world.agency(other, "B01", HERE, List.of(SUITE)));
        assertThat(world.alarms.open()).isEmpty();
        world.publish(keys(other, 2, world.fresh(), world.fresh()));
        assertThat(only(Kind.AGENCY_KEYS).subject()).isEqualTo(other.toString());
    }

    @Test
    void ringsWhenAnAgencyArrivesTogetherWithForeignKeys() {
        AgencyId other = new AgencyId(UUID.fromString("019ab3c4-d5e6-7f01-8234-56789abcdef2"));
        world.publish(world.agency(other, "C01", HERE, List.of(SUITE)), keys(other, 1, world.fresh(), world.fresh()));
        assertThat(only(Kind.AGENCY_KEYS).entryIndex()).isEqualTo(5);
    }

    @Test
    void anAlarmStandsOrFallsWithItsPublication() {
        world = new WatchedCopy(source);
        long before = world.copy.sequence();
        assertThatIllegalStateException()
                .isThrownBy(() -> world.store.keep(
                        new Taken(
                                world.copy.log().next(world.clock.instant(), List.of()),
                                world.copy.current(),
                                world.copy.tree()),
                        world.next(),
                        world.clock.instant(),
                        taken -> {
                            throw new IllegalStateException("dies inside");
                        }));
        assertThat(world.store.table().latest()).isEqualTo(before);
    }

    @Test
    void anAlarmIsOpenUntilSomebodyResolvesIt() {
        world.publish(keys(agency, 2, world.fresh(), world.fresh()));
        UUID id = only(Kind.AGENCY_KEYS).id();
        assertThat(world.alarms.resolve(id, "an ninh", "đã thu hồi")).isTrue();
        assertThat(world.alarms.resolve(id, "an ninh", "lần nữa")).isFalse();
        assertThat(world.alarms.open()).isEmpty();
        assertThat(world.alarms.list(10)).singleElement().satisfies(kept -> {
            assertThat(kept.resolvedBy()).isEqualTo("an ninh");
            assertThat(kept.note()).isEqualTo("đã thu hồi");
        });
    }

    private DirectoryAlarm only(Kind kind) {
        List<DirectoryAlarm> open = world.alarms.open();
        assertThat(open).singleElement().extracting(DirectoryAlarm::kind).isEqualTo(kind);
        return open.getFirst();
    }
}
