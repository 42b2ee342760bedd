package vn.lienthong.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.core.directory.DirectoryFixture.NOW;
import static vn.lienthong.core.directory.DirectoryFixture.agency;
import static vn.lienthong.core.directory.DirectoryFixture.code;
import static vn.lienthong.core.directory.DirectoryFixture.keys;
import static vn.lienthong.core.directory.DirectoryFixture.label;
import static vn.lienthong.core.directory.DirectoryFixture.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.PublicationCheck.Fault;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;

class DirectoryLogTest {

    private static final Octets GOOD = label("good");

    private final Map<Long, Sha256> held = new HashMap<>();
    private DirectoryLog log = DirectoryLog.empty();

    @Test
    void appendsWhatFollowsAndKnowsItAgain() {
        SignedPublication first = sign(log.next(NOW, List.of(node("one"))));
        take(first);
        take(sign(log.next(NOW.plusSeconds(5), List.of())));
        assertThat(log.sequence()).isEqualTo(2);
        assertThat(offer(first)).isEqualTo(new PublicationCheck.AlreadyKnown(1));
        assertThat(log.age(NOW.plusSeconds(65))).contains(Duration.ofMinutes(1));
        assertThat(log.compareTo(3)).isEqualTo(DirectoryLog.Standing.BEHIND);
        assertThat(log.compareTo(2)).isEqualTo(DirectoryLog.Standing.CURRENT);
    }

    @Test
    void noticesThatTheDirectoryWasSetBack() {
        take(sign(log.next(NOW, List.of())));
        assertThat(log.compareTo(0)).isEqualTo(DirectoryLog.Standing.ROLLED_BACK);
        take(sign(log.next(NOW, List.of())));
        held.clear();
        SignedPublication other = sign(DirectoryLog.empty().next(NOW.plusSeconds(1), List.of()));
        assertFault(offer(other), Fault.ROLLBACK);
    }

    @Test
    void accusesOfAForkOnlyWithSignatures() {
        take(sign(log.next(NOW, List.of())));
        take(sign(log.next(NOW, List.of())));
        SignedPublication other = sign(DirectoryLog.empty().next(NOW.plusSeconds(1), List.of()));
        assertFault(offer(other), Fault.FORK);
        assertFault(offer(new SignedPublication(other.octets(), GOOD, label("bad"))), Fault.SIGNATURE);
    }

    @Test
    void refusesGapsAndRewrittenPasts() {
        SignedPublication first = sign(log.next(NOW, List.of()));
        take(first);
        assertFault(offer(sign(new Publication(3, first.sha256(), NOW, List.of()))), Fault.GAP);
        assertFault(offer(sign(new Publication(2, label("x").sha256(), NOW, List.of()))), Fault.CHAIN);
    }

    @Test
    void refusesMalformedAndInapplicablePublications() {
        assertFault(offer(new SignedPublication(label("{}"), GOOD, GOOD)), Fault.MALFORMED);
        assertFault(offer(sign(log.next(NOW, List.of(keys(1, 1, NOW))))), Fault.INAPPLICABLE);
        assertThat(log.sequence()).isZero();
    }

    @Test
    void foldEqualsRefoldHoweverTheChangesAreCut() {
        for (int seed = 0; seed < 40; seed++) {
            List<DirectoryChange> changes = history(new Random(seed), 60);
            DirectorySnapshot atOnce =
                    DirectoryFixture.fold(DirectorySnapshot.EMPTY, changes.toArray(DirectoryChange[]::new));
            DirectorySnapshot oneByOne = DirectorySnapshot.EMPTY;
            for (DirectoryChange change : changes) {
                oneByOne = DirectoryFixture.fold(oneByOne, change);
            }
            assertThat(oneByOne).isEqualTo(atOnce);
        }
    }

    /** A random history in which every change fits. */
    private static List<DirectoryChange> history(RandomGenerator random, int length) {
        List<DirectoryChange> fitting = new ArrayList<>();
        DirectorySnapshot snapshot = DirectorySnapshot.EMPTY;
        while (fitting.size() < length) {
            int agency = random.nextInt(9);
            DirectoryChange change = switch (random.nextInt(4)) {
                case 0 -> node("node-" + random.nextInt(3));
                case 1 -> agency(agency, "node-" + random.nextInt(3), code("H%02d".formatted(random.nextInt(9))));
                case 2 -> keys(agency, 1 + random.nextInt(50), NOW);
                default ->
                    new DirectoryChange.CertificateRevoked(
                            label("kem " + agency + ".1").sha256(), "lost", NOW.plusMillis(random.nextInt(99)));
            };
            if (snapshot.apply(List.of(change)) instanceof FoldResult.Folded(DirectorySnapshot next)) {
                snapshot = next;
                fitting.add(change);
            }
        }
        return fitting;
    }

    private static SignedPublication sign(Publication publication) {
        return new SignedPublication(Octets.of(WireFormats.PUBLICATION.encode(publication)), GOOD, GOOD);
    }

    private PublicationCheck offer(SignedPublication publication) {
        return log.append(
                publication,
                DirectoryLogTest::read,
                signed -> signed.classicalSignature().equals(GOOD)
                        && signed.postQuantumSignature().equals(GOOD),
                sequence -> Optional.ofNullable(held.get(sequence)));
    }

    private void take(SignedPublication publication) {
        if (!(offer(publication) instanceof PublicationCheck.Appended(DirectoryLog next, Publication taken))) {
            throw new AssertionError("not appended");
        }
        held.put(taken.sequence(), publication.sha256());
        log = next;
    }

    private static Optional<Publication> read(Octets octets) {
        return WireFormats.PUBLICATION.decode(octets.toByteArray())
                        instanceof Decoded.Value<Publication>(Publication value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static void assertFault(PublicationCheck check, Fault fault) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        PublicationCheck.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
