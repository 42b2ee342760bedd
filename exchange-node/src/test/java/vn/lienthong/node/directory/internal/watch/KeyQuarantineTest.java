package vn.lienthong.node.directory.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.FoldResult;
import vn.lienthong.core.directory.KeyConfirmation;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Publication;
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
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.directory.DirectoryAlarm;
import vn.lienthong.node.directory.internal.publication.Taken;
import vn.lienthong.node.directory.internal.watch.AlarmTable.Finding;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.testing.SettableClock;

/** A sender's node, to which a directory that may be hostile gives keys of another agency. */
class KeyQuarantineTest {

    private static final AgencyId AGENCY = new AgencyId(new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0002L));
    private static final AgencyCode CODE = new AgencyCode("H99.78");
    private static final SuiteId ORDINARY = new SuiteId("LT-1");
    private static final SuiteId SECRET = new SuiteId("LT-2");

    private final SettableClock clock = new SettableClock();
    private final PlaceholderCertificates fresh = new PlaceholderCertificates(clock);
    private final Map<Sha256, X509Certificate> certificates = new HashMap<>();
    private final Memory memory = new Memory();
    private final List<Finding> alarms = new ArrayList<>();
    private final KeyQuarantine quarantine = started();
    private final Keys first = new Keys();
    private DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;
    private long sequence;

    /** The pair and the keys of one epoch. */
    private final class Keys {

        private final SigningKey classical = listed(fresh.generate(KeyAlgorithm.EC_P384));
        private final SigningKey postQuantum = listed(fresh.generate(KeyAlgorithm.ML_DSA_87));
        private final SigningKey ordinary = listed(fresh.generate(KeyAlgorithm.EC_P256));
        private final SigningKey secret = listed(fresh.generate(KeyAlgorithm.EC_P256));

        private SigningKey listed(SigningKey key) {
            certificates.put(Sha256.of(Certificates.encode(key.certificate())), key.certificate());
            return key;
        }

        AgencyKeysPut put(long epoch, @Nullable KeyConfirmation confirmation) {
            return new AgencyKeysPut(
                    AGENCY,
                    epoch,
                    published(classical),
                    published(postQuantum),
                    List.of(new SuiteKey(ORDINARY, published(ordinary)), new SuiteKey(SECRET, published(secret))),
                    confirmation);
        }

        /** The word of these keys for others. */
        KeyConfirmation confirming(long ownEpoch, Keys next) {
            byte[] statement = KeyConfirmation.statement(
                    AGENCY,
                    ownEpoch,
                    key(next.classical),
                    key(next.postQuantum),
                    Map.of(ORDINARY, key(next.ordinary), SECRET, key(next.secret)));
            return new KeyConfirmation(
                    ownEpoch,
                    Octets.of(DetachedSignature.sign(statement, classical, clock.instant())),
                    Octets.of(DetachedSignature.sign(statement, postQuantum, clock.instant())));
        }
    }

    @BeforeEach
    void listTheAgencyWithItsFirstKeys() {
        CodeValidity code = new CodeValidity(CODE, SettableClock.START.minusSeconds(1), null);
        take(
                new NodePut(
                        new NodeId("there"),
                        "Nút",
                        "https://there.example",
                        der(fresh.generate(KeyAlgorithm.EC_P256)),
                        der(fresh.generate(KeyAlgorithm.EC_P256)),
                        Reachability.PUSH,
                        NodeStatus.ACTIVE,
                        Secrecy.TOP_SECRET),
                new AgencyPut(
                        new Agency(AGENCY, Bloc.GOVERNMENT, "Cơ quan", List.of(code), null),
                        new NodeId("there"),
                        List.of(ORDINARY, SECRET)));
        take(first.put(1, null));
        assertThat(alarms).isEmpty();
        assertSealedTo(SECRET, first.secret);
    }

    @Test
    void ringsBeforeAnythingIsSealedToAKeyThatTheDirectoryAdded() {
        Keys attackers = new Keys();
        take(attackers.put(2, null));
        assertThat(alarms).extracting(Finding::kind).containsExactly(DirectoryAlarm.Kind.UNCONFIRMED_KEYS);
        assertSealedTo(SECRET, first.secret);
        assertSealedTo(ORDINARY, attackers.ordinary);
        assertThat(quarantine.held()).hasSize(1);
        assertThat(started().holds(fingerprint(attackers.secret)))
                .as("also after a start")
                .isTrue();
    }

    @Test
    void takesKeysThatTheOnesBeforeHaveSigned() {
        Keys next = new Keys();
        take(next.put(2, first.confirming(1, next)));
        assertThat(alarms).isEmpty();
        assertSealedTo(SECRET, next.secret);
    }

    @Test
    void refusesTheWordOfKeysThatNobodyHasConfirmed() {
        Keys attackers = new Keys();
        Keys more = new Keys();
        take(attackers.put(2, null));
        take(more.put(3, attackers.confirming(2, more)));
        assertThat(alarms).hasSize(2);
        assertSealedTo(SECRET, first.secret);
    }

    @Test
    void believesTheAgencyItselfAgainAfterForeignKeys() {
        Keys attackers = new Keys();
        Keys next = new Keys();
        take(attackers.put(2, null));
        take(next.put(3, first.confirming(1, next)));
        assertThat(alarms).hasSize(1);
        assertSealedTo(SECRET, next.secret);
    }

    @Test
    void refusesAWordThatWasGivenForOtherKeysOrByOnePairOnly() {
        Keys next = new Keys();
        Keys attackers = new Keys();
        take(attackers.put(2, first.confirming(1, next)));
        KeyConfirmation genuine = first.confirming(1, next);
        KeyConfirmation half = new KeyConfirmation(1, genuine.classical(), genuine.classical());
        take(next.put(3, half));
        assertThat(alarms).hasSize(2);
        assertSealedTo(SECRET, first.secret);
    }

    @Test
    void refusesAnOldWordForKeysThatWereReplacedSince() {
        Keys second = new Keys();
        Keys third = new Keys();
        KeyConfirmation old = first.confirming(1, second);
        take(second.put(2, old));
        take(third.put(3, second.confirming(2, third)));
        take(second.put(4, old));
        assertThat(alarms).as("the same keys as before, which are believed").isEmpty();
        Keys foreign = new Keys();
        take(foreign.put(5, first.confirming(1, foreign)));
        assertThat(alarms).as("signed by a pair that is not the last one").hasSize(1);
    }

    @Test
    void refusesTheWordOfARevokedPair() {
        Keys next = new Keys();
        take(new CertificateRevoked(fingerprint(first.classical), "lost", clock.instant()));
        take(next.put(2, first.confirming(1, next)));
        assertThat(alarms).hasSize(1);
    }

    @Test
    void refusesTwoSetsOfKeysInOnePublication() {
        Keys next = new Keys();
        Keys attackers = new Keys();
        take(next.put(2, first.confirming(1, next)), attackers.put(3, next.confirming(2, attackers)));
        assertThat(alarms).hasSize(1);
        assertSealedTo(SECRET, next.secret);
    }

    @Test
    void sealsToThemOnceSomebodyHasAskedTheAgency() {
        Keys next = new Keys();
        take(next.put(2, null));
        assertThat(quarantine.release(AGENCY, 2, "an")).isTrue();
        assertThat(quarantine.release(AGENCY, 2, "an")).isFalse();
        assertSealedTo(SECRET, next.secret);
        Keys after = new Keys();
        take(after.put(3, next.confirming(2, after)));
        assertSealedTo(SECRET, after.secret);
    }

    @Test
    void carriesTheWordOverTheWire() {
        Keys next = new Keys();
        Publication publication = new Publication(
                1, Publication.NOTHING_BEFORE, clock.instant(), List.of(next.put(2, first.confirming(1, next))));
        assertThat(WireFormats.PUBLICATION.decode(WireFormats.PUBLICATION.encode(publication)))
                .isEqualTo(new Decoded.Value<>(publication));
    }

    private KeyQuarantine started() {
        return new KeyQuarantine(
                memory,
                fingerprint -> Optional.ofNullable(certificates.get(fingerprint)),
                alarms::add,
                SECRET::equals,
                clock);
    }

    private void take(DirectoryChange... changes) {
        sequence++;
        Publication publication = new Publication(
                sequence,
                sequence == 1 ? Publication.NOTHING_BEFORE : new Sha256(0, 0, 0, sequence),
                clock.instant(),
                List.of(changes));
        quarantine.taken(new Taken(publication, snapshot, TreeHead.empty()));
        if (!(snapshot.apply(List.of(changes)) instanceof FoldResult.Folded(DirectorySnapshot next))) {
            throw new AssertionError("the change does not fit");
        }
        snapshot = next;
    }

    private void assertSealedTo(SuiteId suite, SigningKey key) {
        assertThat(snapshot.withholding(quarantine::holds).resolve(CODE, suite, clock.instant()))
                .isInstanceOfSatisfying(
                        Resolution.Routed.class,
                        routed -> assertThat(routed.key().fingerprint()).isEqualTo(fingerprint(key)));
    }

    private PublishedCertificate published(SigningKey key) {
        Instant from = SettableClock.START.minusSeconds(1);
        return new PublishedCertificate(der(key), from, from.plus(Duration.ofDays(90)));
    }

    private static Octets der(SigningKey key) {
        return Octets.of(Certificates.encode(key.certificate()));
    }

    private static Sha256 fingerprint(SigningKey key) {
        return Sha256.of(Certificates.encode(key.certificate()));
    }

    private static Sha256 key(SigningKey key) {
        X509Certificate certificate = key.certificate();
        return AskedTable.of(certificate.getPublicKey());
    }

    private static final class Memory implements KeyQuarantine.Kept {

        private final Map<Sha256, KeyQuarantine.Unconfirmed> keys = new HashMap<>();

        @Override
        public List<KeyQuarantine.Unconfirmed> open() {
            return List.copyOf(keys.values());
        }

        @Override
        public void keep(KeyQuarantine.Unconfirmed key) {
            keys.put(key.fingerprint(), key);
        }

        @Override
        public boolean release(AgencyId agency, long epoch, String by, Instant at) {
            return keys.values().removeIf(key -> key.agency().equals(agency) && key.epoch() == epoch);
        }
    }
}
