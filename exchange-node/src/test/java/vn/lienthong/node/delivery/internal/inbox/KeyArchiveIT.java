package vn.lienthong.node.delivery.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeyStore;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Documents stay readable when the keys are destroyed to which they were sealed on their way. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyArchiveIT {

    private static final AgencyCode HERE = new AgencyCode("H02.71");
    private static final AgencyCode DAMAGED = new AgencyCode("H02.72");
    private static final AgencyCode SECRETS = new AgencyCode("H02.73");
    private static final SuiteId SUITE = new SuiteId("LT-1");

    private final ParcelAcceptance acceptance;
    private final Inbox inbox;
    private final KeyArchive archive;
    private final AgencyKeyStore keys;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final JdbcTemplate sql;
    private final ForeignNode peer;

    @Autowired
    KeyArchiveIT(
            ParcelAcceptance acceptance,
            Inbox inbox,
            KeyArchive archive,
            AgencyKeyStore keys,
            TestDirectory directory,
            TimeOrderedIds ids,
            JdbcTemplate sql)
            throws IOException {
        this.acceptance = acceptance;
        this.inbox = inbox;
        this.archive = archive;
        this.keys = keys;
        this.directory = directory;
        this.ids = ids;
        this.sql = sql;
        directory.listSelf();
        this.peer = ForeignNode.listed(directory, "peer-archive", "H08.71");
    }

    private long arrive(AgencyCode code, AgencyKeySet held) {
        ForeignNode.Parcel parcel = peer.seal(
                ids.next(),
                Map.of(code, held.recipientKey(SUITE).orElseThrow().certificate()),
                InstantSource.system(),
                new byte[20_000]);
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return inbox.all(Set.of(code), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel.id()))
                .findFirst()
                .orElseThrow()
                .entryId();
    }

    private AgencyKeySet hosted(AgencyCode code) throws IOException {
        AgencyId agency = directory.host(code);
        return keys.epochs(agency).getFirst();
    }

    private void assertReadable(AgencyCode code, long entry) throws IOException {
        LeaseAnswer.Granted granted = (LeaseAnswer.Granted) inbox.lease(code, entry, Optional.empty());
        PackageAccess.Opened opened = (PackageAccess.Opened) inbox.open(code, entry, granted.leaseId());
        try (var content = opened.content();
                InputStream whole = content.range(0, content.size())) {
            assertThat(Sha512.of(whole.readAllBytes())).isEqualTo(granted.packageSha512());
        }
    }

    @Test
    void readsDocumentsWithoutTheKeysThatTheyCameWithWhileThoseAreDestroyed() throws Exception {
        AgencyKeySet held = hosted(HERE);
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            entries.add(arrive(HERE, held));
        }
        long watched = arrive(HERE, held);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reading = threads.submit(() -> readUntil(watched, over));
            Future<Long> other = threads.submit(() -> archive.release(held.agency(), held));
            assertThat(archive.release(held.agency(), held)).isZero();
            assertThat(other.get()).isZero();
            keys.destroy(held.agency(), held.epoch());
            over.set(true);
            assertThat(reading.get()).isPositive();
        } finally {
            over.set(true);
        }
        assertThat(keys.epochs(held.agency())).isEmpty();
        for (long entry : entries) {
            assertReadable(HERE, entry);
        }
        keys.add(held);
    }

    private int readUntil(long entry, AtomicBoolean over) throws IOException {
        LeaseAnswer.Granted granted = (LeaseAnswer.Granted) inbox.lease(HERE, entry, Optional.empty());
        int read = 0;
        do {
            PackageAccess.Opened opened = (PackageAccess.Opened) inbox.open(HERE, entry, granted.leaseId());
            opened.content().close();
            read++;
        } while (!over.get());
        return read;
    }

    @Test
    void keepsTheKeysOfWhatDoesNotOpen() throws IOException {
        AgencyKeySet held = hosted(DAMAGED);
        long entry = arrive(DAMAGED, held);
        String where = " where parcel_id = (select parcel_id from inbox_entry where entry_id = ?)";
        String damaged = "update inbound_parcel set envelope ="
                + " concat(left(envelope, length(envelope) - 20), repeat('x', 20))" + where;
        assertThat(sql.update(damaged, entry)).isOne();
        assertThat(archive.release(held.agency(), held)).isPositive();
        assertThat(sql.update("update inbound_parcel set payload_kept = false" + where, entry))
                .isOne();
        assertThat(archive.release(held.agency(), held)).isZero();
    }

    @Test
    void neverTakesTheKeyOfASecretAndSparesItsKeysUntilItsReadersHaveTheirShares(
            @Autowired SecretInbox secrets, @Autowired TransactionTemplate transactions) throws IOException {
        directory.approveSelf(Secrecy.SECRET);
        AgencyKeySet held = keys.epochs(directory.hostStrong(SECRETS)).getFirst();
        ForeignNode sender = ForeignNode.approved(directory, "peer-archive-secret", "H08.73", Secrecy.SECRET);
        X509Certificate certificate =
                held.recipientKey(TestDirectory.STRONG).orElseThrow().certificate();
        ForeignNode.Parcel parcel = sender.seal(
                ids.next(),
                Map.of(SECRETS, certificate),
                InstantSource.system(),
                ForeignNode.Regime.secret(Secrecy.SECRET),
                Map.of("a.bin", new byte[100]));
        assertThat(acceptance.accept(sender.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);

        assertThat(archive.release(held.agency(), held)).as("it needs its keys").isOne();
        assertThat(archive.find(parcel.id())).isEmpty();
        Boolean forgotten = transactions.execute(_ -> secrets.forgetEnvelope(parcel.id(), SECRETS));
        assertThat(forgotten).isTrue();
        assertThat(archive.release(held.agency(), held)).isZero();
        assertThat(archive.find(parcel.id())).isEmpty();
    }
}
