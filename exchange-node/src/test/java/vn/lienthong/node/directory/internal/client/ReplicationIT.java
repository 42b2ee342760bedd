package vn.lienthong.node.directory.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.SignedPublication;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.directory.internal.publication.AnchoredVerifier;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.directory.internal.publication.SnapshotFile;
import vn.lienthong.node.directory.internal.watch.AgeWatch;
import vn.lienthong.node.directory.internal.watch.AlarmTable;
import vn.lienthong.node.directory.internal.watch.HeadWatch;
import vn.lienthong.node.directory.internal.watch.WitnessDemand;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.testing.TestAuthority;

@ExtendWith(DatabaseExtension.class)
class ReplicationIT {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    private Path directory = Path.of("target");

    private final JdbcClient database;
    private final CopyStore store;
    private final AlarmTable alarms;
    private final List<SignedPublication> published = new ArrayList<>();
    private DirectoryCopy copy;
    private Replication replication;

    ReplicationIT(DataSource source) {
        database = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        store = new CopyStore(source, transaction);
        alarms = new AlarmTable(database, transaction, event -> {}, new TimeOrderedIds(CLOCK, new Random(3)), CLOCK);
        copy = copy();
        replication = replication();
    }

    @BeforeEach
    void publishThree() {
        assertThat(database.sql("delete from publication").update()).isNotNegative();
        copy = copy();
        replication = replication();
        Sha256 previous = Publication.NOTHING_BEFORE;
        for (int i = 1; i <= 3; i++) {
            SignedPublication next = signed(i, previous, "number " + i);
            previous = next.sha256();
            published.add(next);
        }
    }

    @Test
    void takesWhatTheDirectorySigned() {
        assertThat(replication.take(page(3, published))).isTrue();
        assertThat(copy.sequence()).isEqualTo(3);
        assertThat(copy.refreshedAt()).isAfter(Instant.EPOCH);
        assertThat(replication.alarm()).isEmpty();
    }

    @Test
    void takesNothingTwice() {
        assertThat(replication.take(page(3, published))).isTrue();
        assertThat(replication.take(page(3, published))).isTrue();
        assertThat(copy.sequence()).isEqualTo(3);
    }

    @Test
    void goesOnFromItsTableAfterARestart() {
        assertThat(replication.take(page(3, published))).isTrue();
        DirectoryCopy restarted = copy();
        restarted.load(file());
        assertThat(restarted.sequence()).isEqualTo(3);
        assertThat(restarted.current()).isEqualTo(copy.current());
    }

    @Test
    void refusesAForgedPublicationAndKeepsWhatItHas() {
        assertThat(replication.take(page(2, published.subList(0, 2)))).isTrue();
        SignedPublication forged = new SignedPublication(
                signed(3, published.get(1).sha256(), "forged").octets(),
                published.get(2).classicalSignature(),
                published.get(2).postQuantumSignature());
        assertThat(replication.take(page(3, List.of(forged)))).isFalse();
        assertThat(copy.sequence()).isEqualTo(2);
        assertThat(replication.alarm()).contains(ErrorCode.DIRECTORY_REFUSED);
        assertThat(replication.take(page(3, published))).isTrue();
        assertThat(replication.alarm()).isEmpty();
    }

    @Test
    void refusesAPublicationWithOneOfTheTwoSignaturesOnly() {
        SignedPublication genuine = published.getFirst();
        for (SignedPublication half : List.of(
                new SignedPublication(genuine.octets(), genuine.classicalSignature(), genuine.classicalSignature()),
                new SignedPublication(
                        genuine.octets(), genuine.postQuantumSignature(), genuine.postQuantumSignature()))) {
            assertThat(replication.take(page(1, List.of(half)))).isFalse();
        }
        assertThat(copy.sequence()).isZero();
    }

    @Test
    void refusesADirectoryThatWasSetBack() {
        assertThat(replication.take(page(3, published))).isTrue();
        assertThat(replication.take(page(2, List.of()))).isFalse();
        assertThat(replication.alarm()).contains(ErrorCode.DIRECTORY_ROLLBACK);
        assertThat(copy.sequence()).isEqualTo(3);
    }

    @Test
    void refusesAnotherHistoryEvenIfItIsSigned() {
        assertThat(replication.take(page(3, published))).isTrue();
        SignedPublication other = signed(3, published.get(1).sha256(), "another third");
        assertThat(replication.take(page(3, List.of(other)))).isFalse();
        assertThat(replication.alarm()).contains(ErrorCode.DIRECTORY_FORK);
        SignedPublication onTop = signed(4, other.sha256(), "on top of it");
        assertThat(replication.take(page(4, List.of(onTop)))).isFalse();
        assertThat(replication.alarm()).contains(ErrorCode.DIRECTORY_FORK);
    }

    @Test
    void refusesAGap() {
        assertThat(replication.take(page(3, List.of(published.get(0), published.get(2)))))
                .isFalse();
        assertThat(copy.sequence()).isEqualTo(1);
    }

    @Test
    void refusesToStartWithACopyThatWasChangedInTheDatabase() {
        assertThat(replication.take(page(3, published))).isTrue();
        byte[] forged = signed(3, published.get(1).sha256(), "forged").octets().toByteArray();
        assertThat(database.sql("update publication set octets = ?, sha256 = ? where sequence = 3")
                        .params(forged, Sha256.of(forged).bytes())
                        .update())
                .isOne();
        assertThatThrownBy(() -> copy().load(file())).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void refusesToStartWhenAnEarlierPublicationWasChanged() {
        assertThat(replication.take(page(3, published))).isTrue();
        byte[] forged = signed(2, published.get(0).sha256(), "forged").octets().toByteArray();
        assertThat(database.sql("update publication set octets = ?, sha256 = ? where sequence = 2")
                        .params(forged, Sha256.of(forged).bytes())
                        .update())
                .isOne();
        assertThatThrownBy(() -> copy().load(file())).isInstanceOf(StartRefusedException.class);
    }

    private DirectoryCopy copy() {
        return new DirectoryCopy(
                store,
                new AnchoredVerifier(TestAuthority.authority().anchor()),
                new NodeId("here"),
                taken -> {},
                Optional.of(Duration.ofDays(7)),
                CLOCK,
                Runnable::run);
    }

    private Replication replication() {
        ListedKeys listed = new ListedKeys(copy);
        WitnessDemand demand = new WitnessDemand(
                store.standing(), listed, alarms, new WitnessDemand.Terms(Optional::empty, Duration.ofDays(1)), CLOCK);
        HeadWatch heads = new HeadWatch(copy, store, listed, alarms, demand, CLOCK);
        Replication.Watches watches = new Replication.Watches(
                heads,
                alarms,
                new AgeWatch(copy, event -> {}),
                new HeldRevocations(
                        directory.resolve("authority.crl"),
                        TestAuthority.authority().anchor().authority(),
                        CLOCK));
        return new Replication(Optional.empty(), copy, watches, Duration.ofSeconds(1), new Random(1));
    }

    private SnapshotFile file() {
        return new SnapshotFile(directory.resolve("snapshot"));
    }

    private static PublicationPage page(long latest, List<SignedPublication> publications) {
        return new PublicationPage(latest, publications);
    }

    private static SignedPublication signed(long sequence, Sha256 previous, String text) {
        Instant now = CLOCK.instant();
        DirectoryChange change =
                new CertificateRevoked(Octets.of(new byte[] {1}).sha256(), text, now);
        Publication publication = new Publication(sequence, previous, now, List.of(change));
        return TestAuthority.authority().sign(WireFormats.PUBLICATION.encode(publication), now);
    }
}
