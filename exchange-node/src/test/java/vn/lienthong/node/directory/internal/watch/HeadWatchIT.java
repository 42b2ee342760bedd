package vn.lienthong.node.directory.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.directory.DirectoryAlarm;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class HeadWatchIT {

    private static final String ORIGIN = "lienthong.vn/directory/publications";
    private static final NodeId DIRECTORY = new NodeId("directory");
    private static final Duration GRACE = Duration.ofHours(6);

    private final DataSource source;
    private final LogKeys keys = LogKeys.generate(ORIGIN);
    private final WitnessKeys witness = WitnessKeys.generate("lienthong.vn/here/witness");
    private WatchedCopy world;
    private HeadWatch watch;
    private WitnessDemand demand;
    private Optional<LogPolicy> written = Optional.empty();

    HeadWatchIT(DataSource source) {
        this.source = source;
        world = new WatchedCopy(source);
        demand = demand();
        watch = watch();
    }

    @BeforeEach
    void listTheDirectorysLog() {
        world = new WatchedCopy(source);
        watch = watch();
        assertThat(world.begin("A01")).isNotNull();
        PublishedLog log = new PublishedLog(LogPurpose.DIRECTORY, ORIGIN, keys(keys.verifierKeys()));
        PublishedWitness here = new PublishedWitness(keys(witness.verifierKeys()), true);
        world.publish(
                world.node(DIRECTORY, world.fresh(), world.fresh(), "https://directory.example"),
                new NodeLogsPut(DIRECTORY, new NodeLogs(List.of(log), null, null)),
                new NodeLogsPut(WatchedCopy.ELSEWHERE, new NodeLogs(List.of(), here, null)));
    }

    @Test
    void keepsACheckpointThatFitsThePublications() {
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        assertThat(watch.state().size()).isEqualTo(world.copy.tree().size());
        assertThat(world.store.standing().compared().size())
                .isEqualTo(world.copy.tree().size());
        assertThat(world.alarms.open()).isEmpty();
    }

    @Test
    void fitsAlsoAtASizeWithinAPublication() throws IOException {
        long size = world.copy.tree().size() - 2;
        MerkleHash root = MerkleHash.of(world.store.tree().root(size).bytes());
        assertThat(watch.compare(note(new TreeHead(size, root)), true)).isTrue();
        assertThat(world.alarms.open()).isEmpty();
    }

    @Test
    void ringsAndTakesNothingMoreWhenTheDirectoryShowsOthersSomethingElse() {
        TreeHead other = new TreeHead(world.copy.tree().size(), MerkleHash.leaf(new byte[] {1}));
        assertThat(watch.compare(note(other), true)).isFalse();
        DirectoryAlarm alarm = world.alarms.open().getFirst();
        assertThat(alarm.kind()).isEqualTo(Kind.SPLIT_VIEW);
        assertThat(alarm.halts()).isTrue();
        assertThat(world.alarms.halt()).contains(ErrorCode.DIRECTORY_SPLIT_VIEW);
        String proof = new String(world.alarms.proof(alarm.id()).orElseThrow().toByteArray(), StandardCharsets.UTF_8);
        assertThat(proof).contains(ORIGIN).contains(other.root().toBase64());
        assertThat(world.alarms.resolve(alarm.id(), "an ninh", "đã xem xét")).isTrue();
        assertThat(world.alarms.halt()).isEmpty();
    }

    @Test
    void ringsWhenTheLogBecomesShorter() throws IOException {
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        long size = world.copy.tree().size() - 1;
        MerkleHash root = MerkleHash.of(world.store.tree().root(size).bytes());
        assertThat(watch.compare(note(new TreeHead(size, root)), true)).isFalse();
        assertThat(world.alarms.halt()).contains(ErrorCode.DIRECTORY_ROLLBACK);
    }

    @Test
    void ringsWhenTheLogHasEntriesThatThisNodeIsNotGiven() {
        TreeHead ahead = new TreeHead(world.copy.tree().size() + 1, MerkleHash.leaf(new byte[] {1}));
        assertThat(watch.compare(note(ahead), true)).isTrue();
        world.clock.advance(HeadWatch.AHEAD.minusSeconds(1));
        assertThat(watch.compare(note(ahead), true)).isTrue();
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(watch.compare(note(ahead), false)).isTrue();
        assertThat(watch.compare(note(ahead), true)).isFalse();
        assertThat(world.alarms.halt()).contains(ErrorCode.DIRECTORY_SPLIT_VIEW);
    }

    @Test
    void doesNotRingWhenThePublicationsArriveAfterTheCheckpoint() {
        TreeHead ahead = new TreeHead(world.copy.tree().size() + 1, MerkleHash.leaf(new byte[] {1}));
        assertThat(watch.compare(note(ahead), true)).isTrue();
        world.publish(new NodeRevoked(WatchedCopy.ELSEWHERE, "gone", world.clock.instant()));
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        world.clock.advance(HeadWatch.AHEAD.multipliedBy(2));
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        assertThat(world.alarms.open()).isEmpty();
    }

    @Test
    void believesNothingThatIsNotSignedByTheListedKeys() {
        TreeHead other = new TreeHead(world.copy.tree().size(), MerkleHash.leaf(new byte[] {1}));
        byte[] forged =
                LogKeys.generate(ORIGIN).sign(other, world.clock.instant()).encode();
        byte[] half = new SignedNote(
                        new String(note(other), StandardCharsets.UTF_8).split("\n\n", -1)[0] + "\n",
                        List.of(keys.sign(other, world.clock.instant())
                                .signatures()
                                .getFirst()))
                .encode();
        for (byte[] octets : List.of(forged, half, new byte[0], "x\n\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(watch.compare(octets, true)).isTrue();
        }
        assertThat(world.alarms.open()).isEmpty();
        assertThat(world.store.standing().compared().size()).isZero();
    }

    @Test
    void countsTheBlocsWhoseWitnessesHaveCosigned() {
        listAgencyElsewhere();
        TreeHead head = world.copy.tree();
        SignedNote note = keys.sign(head, world.clock.instant());
        assertThat(watch.compare(note.encode(), true)).isTrue();
        assertThat(watch.state()).isEqualTo(new HeadWatch.HeadState(head.size(), 0, 1));
        SignedNote cosigned = note.with(witness.cosign(Checkpoint.of(ORIGIN, head), world.clock.instant()));
        assertThat(watch.compare(cosigned.encode(), true)).isTrue();
        assertThat(watch.state()).isEqualTo(new HeadWatch.HeadState(head.size(), 1, 1));
    }

    @Test
    void goesOnWhileWitnessesAreAwayAndRingsOnceWhenThatTakesTooLong() {
        listAgencyElsewhere();
        TreeHead head = world.copy.tree();
        assertThat(watch.compare(note(head), true)).isTrue();
        assertThat(demand.standing().waitingSince()).contains(world.clock.instant());
        assertThat(demand.standing().overdue()).isFalse();
        world.clock.advance(GRACE.minusSeconds(1));
        assertThat(watch.compare(note(head), true)).isTrue();
        assertThat(world.alarms.open()).isEmpty();
        world.clock.advance(Duration.ofSeconds(1));
        watch = watch();
        assertThat(watch.compare(note(head), true)).isTrue();
        assertThat(watch.compare(note(head), true)).isTrue();
        assertThat(demand.standing().overdue()).isTrue();
        assertThat(world.alarms.open())
                .singleElement()
                .matches(alarm -> alarm.kind() == Kind.UNWITNESSED && !alarm.halts());
        assertThat(world.alarms.halt()).isEmpty();
        assertThat(watch.compare(cosigned(head), true)).isTrue();
        assertThat(demand.standing().waitingSince()).isEmpty();
        assertThat(demand.standing().overdue()).isFalse();
        assertThat(demand.standing().witnessed().size()).isEqualTo(head.size());
        assertThat(watch.compare(note(head), true)).isTrue();
        assertThat(demand.standing().waitingSince()).isEmpty();
    }

    @Test
    void demandsWhatTheOperatorWroteInPlaceOfTheListedWitnesses() {
        listAgencyElsewhere();
        WitnessKeys inspectorate = WitnessKeys.generate("inspectorate.example/witness");
        written = Optional.of(new LogPolicy(
                List.of(),
                List.of(new LogPolicy.Witness("i", inspectorate.classical().verifierKey(), "")),
                List.of(),
                "i"));
        TreeHead head = world.copy.tree();
        assertThat(watch.compare(cosigned(head), true)).isTrue();
        assertThat(demand.standing().waitingSince()).isPresent();
        SignedNote both = keys.sign(head, world.clock.instant())
                .with(inspectorate.cosign(Checkpoint.of(ORIGIN, head), world.clock.instant()));
        assertThat(watch.compare(both.encode(), true)).isTrue();
        assertThat(demand.standing().waitingSince()).isEmpty();
    }

    @Test
    void demandsNobodyWhenNobodyIsListed() {
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        world.clock.advance(GRACE.multipliedBy(2));
        assertThat(watch.compare(note(world.copy.tree()), true)).isTrue();
        assertThat(demand.standing().demanded()).isFalse();
        assertThat(world.alarms.open()).isEmpty();
    }

    private void listAgencyElsewhere() {
        world.publish(world.agency(
                new AgencyId(UUID.fromString("019ab3c4-d5e6-7f01-8234-56789abcdef1")),
                "B01",
                WatchedCopy.ELSEWHERE,
                List.of(WatchedCopy.SUITE)));
    }

    private byte[] cosigned(TreeHead head) {
        return keys.sign(head, world.clock.instant())
                .with(witness.cosign(Checkpoint.of(ORIGIN, head), world.clock.instant()))
                .encode();
    }

    private HeadWatch watch() {
        demand = demand();
        return new HeadWatch(world.copy, world.store, new ListedKeys(world.copy), world.alarms, demand, world.clock);
    }

    private WitnessDemand demand() {
        return new WitnessDemand(
                world.store.standing(),
                new ListedKeys(world.copy),
                world.alarms,
                new WitnessDemand.Terms(() -> written, GRACE),
                world.clock);
    }

    private byte[] note(TreeHead head) {
        return keys.sign(head, world.clock.instant()).encode();
    }

    private static List<LogKey> keys(List<VerifierKey> keys) {
        return keys.stream().map(key -> new LogKey(key.text())).toList();
    }
}
