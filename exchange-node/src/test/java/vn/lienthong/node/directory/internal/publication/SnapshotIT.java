package vn.lienthong.node.directory.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublicationCheck;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.directory.internal.publication.PublicationTable.ListedCertificate;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestAuthority;
import vn.lienthong.node.testing.TestPublications;

@ExtendWith(DatabaseExtension.class)
class SnapshotIT {

    private static final NodeId HERE = new NodeId("here");

    @TempDir
    private Path directory = Path.of("target");

    private final SettableClock clock = new SettableClock();
    private final JdbcClient database;
    private final CopyStore store;

    SnapshotIT(DataSource source) {
        database = JdbcClient.create(source);
        store = new CopyStore(source, new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    @BeforeEach
    void forget() {
        for (String table : List.of("publication", "published_certificate", "directory_tile")) {
            assertThat(database.sql("delete from " + table).update()).isNotNegative();
        }
        assertThat(database.sql("update directory_standing set snapshot_of = null, refreshed_at = null")
                        .update())
                .isOne();
    }

    @Test
    void goesOnFromTheFileWithTheSameStateAsFromThePublications() throws IOException {
        DirectoryCopy first = published();
        assertThat(first.save(file())).isEqualTo(3);
        publish(first, new AgencyClosed(new AgencyCode("A3"), clock.instant(), List.of(new AgencyCode("A4"))));
        DirectoryCopy fromFile = loaded();
        assertThat(file().read(store.standing().snapshot().orElseThrow().sha256())
                        .sequence())
                .isEqualTo(3);
        Files.delete(directory.resolve("snapshot"));
        DirectoryCopy folded = loaded();
        for (DirectoryCopy copy : List.of(fromFile, folded)) {
            assertThat(copy.current()).isEqualTo(first.current());
            assertThat(copy.sequence()).isEqualTo(4);
            assertThat(copy.head()).isEqualTo(first.head()).isPresent();
            assertThat(copy.hostedHere()).isEqualTo(first.hostedHere()).hasSize(10);
            assertThat(copy.log().publishedAt()).isEqualTo(first.log().publishedAt());
        }
    }

    @Test
    void foldsThePublicationsWhenTheFileIsNotTheOneThatWasWritten() throws IOException {
        DirectoryCopy first = published();
        assertThat(first.save(file())).isEqualTo(3);
        byte[] octets = Files.readAllBytes(directory.resolve("snapshot"));
        for (int at : new int[] {0, 9, octets.length / 3, octets.length / 2, octets.length - 1}) {
            byte[] changed = octets.clone();
            changed[at] ^= 1;
            Files.write(directory.resolve("snapshot"), changed);
            Sha256 expected = store.standing().snapshot().orElseThrow().sha256();
            assertThatIOException().isThrownBy(() -> file().read(expected));
            assertThat(loaded().current()).isEqualTo(first.current());
        }
    }

    @Test
    void aFileDoesNotSaveADirectoryWhoseLastPublicationIsNotSigned() {
        DirectoryCopy first = published();
        assertThat(first.save(file())).isEqualTo(3);
        assertThat(database.sql("update publication set classical_signature = post_quantum_signature"
                                + " where sequence = 3")
                        .update())
                .isOne();
        assertThatThrownBy(this::loaded).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void growsTheTreeOfPublicationsFromBeforeThereWasOne() {
        DirectoryCopy first = published();
        assertThat(database.sql("update publication set log_size = null, log_root = null")
                        .update())
                .isEqualTo(3);
        assertThat(database.sql("delete from directory_tile").update()).isPositive();
        assertThat(loaded().head()).isEqualTo(first.head());
    }

    @Test
    void remembersWhenTheDirectoryWasReachedLast() {
        DirectoryCopy first = published();
        clock.advance(Duration.ofDays(2));
        first.confirm();
        clock.advance(Duration.ofDays(4));
        assertThat(loaded().age().endsAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        clock.advance(Duration.ofDays(3));
        assertThat(loaded().age().allowsSending()).isFalse();
    }

    private SnapshotFile file() {
        return new SnapshotFile(directory.resolve("snapshot"));
    }

    private DirectoryCopy loaded() {
        DirectoryCopy copy = new DirectoryCopy(
                store,
                new AnchoredVerifier(TestAuthority.authority().anchor()),
                HERE,
                taken -> {},
                Optional.of(Duration.ofDays(7)),
                clock,
                Runnable::run);
        copy.load(file());
        return copy;
    }

    private DirectoryCopy published() {
        DirectoryCopy copy = loaded();
        publish(copy, TestPublications.node(HERE), TestPublications.node(new NodeId("there")));
        List<DirectoryChange> agencies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AgencyId id = new AgencyId(new UUID(0x1234_0000_0000_7000L + i, 0x8000_0000_0000_0000L | i));
            CodeValidity validity = new CodeValidity(new AgencyCode("A" + i), clock.instant(), null);
            agencies.add(new AgencyPut(
                    new Agency(id, Bloc.PARTY, "Cơ quan " + i, List.of(validity), null),
                    i % 2 == 0 ? HERE : new NodeId("there"),
                    List.of(new SuiteId("LT-1"))));
        }
        publish(copy, agencies.toArray(DirectoryChange[]::new));
        publish(copy, new CertificateRevoked(Sha256.OF_NOTHING, "lost", clock.instant()));
        return copy;
    }

    private void publish(DirectoryCopy copy, DirectoryChange... changes) {
        Publication next = copy.log().next(clock.instant(), List.of(changes));
        assertThat(copy.offer(TestAuthority.authority().sign(WireFormats.PUBLICATION.encode(next), clock.instant())))
                .isInstanceOf(PublicationCheck.Appended.class);
        assertThat(ListedCertificates.of(next))
                .extracting(ListedCertificate::der)
                .allSatisfy(der ->
                        assertThat(store.table().certificate(der.sha256())).isPresent());
    }
}
