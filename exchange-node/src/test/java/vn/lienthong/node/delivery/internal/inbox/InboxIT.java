package vn.lienthong.node.delivery.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Leases, reading, hand-over and refusal against a real database. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxIT {

    private static final AgencyCode HERE = new AgencyCode("H02.01");
    private static final AgencyCode STRANGER = new AgencyCode("H02.99");

    private final ParcelAcceptance acceptance;
    private final Inbox inbox;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcTemplate sql;
    private final X509Certificate recipient;
    private final ForeignNode peer;

    @Autowired
    InboxIT(
            ParcelAcceptance acceptance,
            Inbox inbox,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcTemplate sql)
            throws IOException {
        this.acceptance = acceptance;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
        this.sql = sql;
        directory.listSelf();
        this.recipient = keys.recipientKeys(directory.host(HERE), new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        this.peer = ForeignNode.listed(directory, "peer-inbox", "H08.01");
    }

    private ForeignNode.Parcel arrive() {
        ForeignNode.Parcel parcel = peer.seal(ids.next(), Map.of(HERE, recipient), clock, new byte[40_000]);
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return parcel;
    }

    private InboxEntry entry(ForeignNode.Parcel parcel) {
        return inbox.all(Set.of(HERE), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel.id()))
                .findFirst()
                .orElseThrow();
    }

    private LeaseAnswer.Granted lease(long entryId) {
        return (LeaseAnswer.Granted) inbox.lease(HERE, entryId, Optional.empty());
    }

    private int evidenceOnItsWay(ForeignNode.Parcel parcel) {
        Integer count = sql.queryForObject(
                "select count(*) from evidence_shipment s join evidence e on e.evidence_id = s.evidence_id"
                        + " where e.parcel_id = unhex(replace(?, '-', '')) and s.target_node = ? and s.state < 2",
                Integer.class,
                parcel.id().toString(),
                peer.nodeId().value());
        return count == null ? -1 : count;
    }

    @Test
    void leasesAnEntryToOneOfSixteenWhoAskTogether() throws InterruptedException, ExecutionException {
        long entryId = entry(arrive()).entryId();
        List<Future<LeaseAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Callable<LeaseAnswer> wish : Collections.<Callable<LeaseAnswer>>nCopies(
                    16, () -> inbox.lease(HERE, entryId, Optional.empty()))) {
                answers.add(threads.submit(wish));
            }
        }
        int granted = 0;
        for (Future<LeaseAnswer> answer : answers) {
            granted += answer.get() instanceof LeaseAnswer.Granted ? 1 : 0;
        }
        assertThat(granted).isEqualTo(1);
    }

    @Test
    void renewsOnlyTheLeaseThatWasGiven() {
        long entryId = entry(arrive()).entryId();
        LeaseAnswer.Granted granted = lease(entryId);
        assertThat(inbox.lease(HERE, entryId, Optional.of(granted.leaseId())))
                .isInstanceOfSatisfying(
                        LeaseAnswer.Granted.class,
                        again -> assertThat(again.leaseId()).isEqualTo(granted.leaseId()));
        assertThat(inbox.lease(HERE, entryId, Optional.of(ids.next()))).isInstanceOf(LeaseAnswer.Held.class);
        assertThat(inbox.lease(STRANGER, entryId, Optional.empty())).isInstanceOf(LeaseAnswer.Absent.class);
    }

    @Test
    void readsThePackageWithTheLeaseAndNotWithout() throws IOException {
        InboxEntry entry = entry(arrive());
        assertThat(inbox.open(HERE, entry.entryId(), ids.next())).isInstanceOf(PackageAccess.NotLeased.class);
        LeaseAnswer.Granted granted = lease(entry.entryId());
        PackageAccess.Opened opened = (PackageAccess.Opened) inbox.open(HERE, entry.entryId(), granted.leaseId());
        try (var content = opened.content();
                InputStream whole = content.range(0, content.size())) {
            assertThat(Sha512.of(whole.readAllBytes())).isEqualTo(granted.packageSha512());
            assertThat(content.size()).isEqualTo(entry.packageSize());
        }
        assertThat(inbox.open(STRANGER, entry.entryId(), granted.leaseId())).isInstanceOf(PackageAccess.Absent.class);
    }

    @Test
    void handsOverOnceAndSendsTheEvidence() {
        ForeignNode.Parcel parcel = arrive();
        long entryId = entry(parcel).entryId();
        LeaseAnswer.Granted granted = lease(entryId);
        UUID lease = granted.leaseId();
        assertThat(inbox.acknowledge(HERE, entryId, lease, Sha512.of(new byte[1])))
                .isInstanceOf(Settlement.OtherDigest.class);
        assertThat(inbox.acknowledge(HERE, entryId, ids.next(), granted.packageSha512()))
                .isInstanceOf(Settlement.NotLeased.class);
        Settlement done = inbox.acknowledge(HERE, entryId, lease, granted.packageSha512());
        assertThat(done)
                .isInstanceOfSatisfying(
                        Settlement.Done.class,
                        settled -> assertThat(settled.evidence().evidence().event())
                                .isEqualTo(EvidenceEvent.CONTENT_HANDOVER));
        assertThat(inbox.acknowledge(HERE, entryId, lease, granted.packageSha512()))
                .isEqualTo(done);
        assertThat(inbox.refuse(HERE, entryId, lease, ClerkReason.OTHER, ""))
                .isInstanceOf(Settlement.AlreadySettled.class);
        assertThat(evidenceOnItsWay(parcel)).isEqualTo(1);
        assertThat(inbox.waiting(HERE, entryId - 1, 1, clock.instant())).noneMatch(entry -> entry.entryId() == entryId);
    }

    @Test
    void refusesWithReasonOnce() {
        ForeignNode.Parcel parcel = arrive();
        long entryId = entry(parcel).entryId();
        UUID lease = lease(entryId).leaseId();
        Settlement done = inbox.refuse(HERE, entryId, lease, ClerkReason.WRONG_ADDRESSEE, "Nhầm nơi nhận");
        assertThat(done).isInstanceOfSatisfying(Settlement.Done.class, settled -> {
            assertThat(settled.evidence().evidence().event()).isEqualTo(EvidenceEvent.CONSIGNMENT_REJECTION);
            assertThat(settled.evidence().evidence().reasons().getFirst().detail())
                    .isEqualTo("WRONG_ADDRESSEE: Nhầm nơi nhận");
        });
        assertThat(inbox.refuse(HERE, entryId, lease, ClerkReason.WRONG_ADDRESSEE, ""))
                .isEqualTo(done);
        assertThat(evidenceOnItsWay(parcel)).isEqualTo(1);
    }

    @Test
    void wakesWhoWaitsForArrivals() throws InterruptedException, ExecutionException {
        long last = entry(arrive()).entryId();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<InboxEntry>> waiting = threads.submit(
                    () -> inbox.waiting(HERE, last, 10, clock.instant().plus(Duration.ofSeconds(30))));
            ForeignNode.Parcel parcel = arrive();
            assertThat(waiting.get()).extracting(InboxEntry::parcelId).contains(parcel.id());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
