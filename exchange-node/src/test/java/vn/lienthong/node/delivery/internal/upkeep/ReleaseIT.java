package vn.lienthong.node.delivery.internal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.OrphanSweep;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.ReferencedPayloads;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Payloads are let go when nobody needs them any more, and never before. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseIT {

    private static final AgencyCode HERE = new AgencyCode("H11.01");
    private static final AgencyCode BESIDE = new AgencyCode("H11.02");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Duration RETENTION = Duration.ofDays(90);

    private final ParcelAcceptance acceptance;
    private final Inbox inbox;
    private final Dispatches dispatches;
    private final PayloadStore store;
    private final List<ReferencedPayloads> references;
    private final EvidenceBook book;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcTemplate sql;
    private final ShortTransactions transactions;
    private final Map<AgencyCode, X509Certificate> recipients = new LinkedHashMap<>();
    private final ForeignNode peer;
    private final AgencyKeys keys;

    /** The program dies here, as far as a test can tell. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Autowired
    ReleaseIT(
            Inbox inbox,
            Dispatches dispatches,
            PayloadStore store,
            List<ReferencedPayloads> references,
            JdbcTemplate sql,
            TestDirectory directory,
            ApplicationContext node)
            throws IOException {
        this.acceptance = node.getBean(ParcelAcceptance.class);
        this.inbox = inbox;
        this.dispatches = dispatches;
        this.store = store;
        this.references = references;
        this.book = node.getBean(EvidenceBook.class);
        this.ids = node.getBean(TimeOrderedIds.class);
        this.clock = node.getBean(InstantSource.class);
        this.keys = node.getBean(AgencyKeys.class);
        this.transactions = node.getBean(ShortTransactions.class);
        this.sql = sql;
        directory.listSelf();
        for (AgencyCode code : List.of(HERE, BESIDE)) {
            recipients.put(
                    code,
                    keys.recipientKeys(directory.host(code), new SuiteId("LT-1"))
                            .getFirst()
                            .certificate());
        }
        this.peer = ForeignNode.listed(directory, "peer-release", "H18.01");
    }

    @Test
    void releasesWhatWasTakenLongEnoughAgoAndKeepsTheRest() throws IOException {
        ForeignNode.Parcel parcel = arrive(HERE);
        long entryId = entry(HERE, parcel.id());
        take(HERE, entryId);
        releaseAfter(RETENTION.minusMinutes(1));
        assertThat(isKept("inbound_parcel", parcel.id())).isTrue();
        long used = store.usedBytes();
        int evidence = book.ofParcel(parcel.id()).size();
        releaseAfter(RETENTION.plusMinutes(1));
        assertThat(isKept("inbound_parcel", parcel.id())).isFalse();
        assertThat(store.open(payload(parcel.id()))).isEmpty();
        assertThat(store.usedBytes()).isEqualTo(used - parcel.payload().size());
        assertThat(book.ofParcel(parcel.id())).hasSize(evidence);
        assertThat(inbox.document(Set.of(HERE), entryId)).isPresent();
        assertThat(inbox.look(Set.of(HERE), entryId)).isInstanceOf(PackageAccess.Absent.class);
        // A repetition of a parcel whose payload has gone is still a success, and brings no payload back.
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.AlreadyHere.class);
        assertThat(store.open(payload(parcel.id()))).isEmpty();
    }

    @Test
    void keepsAPayloadUntilItsLastRecipientTookIt() throws IOException {
        ForeignNode.Parcel parcel = arrive(HERE, BESIDE);
        take(HERE, entry(HERE, parcel.id()));
        releaseAfter(RETENTION.multipliedBy(10));
        assertThat(isKept("inbound_parcel", parcel.id())).isTrue();
        take(BESIDE, entry(BESIDE, parcel.id()));
        releaseAfter(RETENTION.plusMinutes(1));
        assertThat(isKept("inbound_parcel", parcel.id())).isFalse();
    }

    @Test
    void letsARunningDownloadGoOnToItsEnd() throws IOException {
        ForeignNode.Parcel parcel = arrive(HERE);
        long entryId = entry(HERE, parcel.id());
        LeaseAnswer.Granted granted = take(HERE, entryId);
        PackageAccess.Opened opened = (PackageAccess.Opened) inbox.look(Set.of(HERE), entryId);
        try (var content = opened.content();
                InputStream whole = content.range(0, content.size())) {
            byte[] begin = whole.readNBytes(100);
            releaseAfter(RETENTION.plusMinutes(1));
            assertThat(store.open(payload(parcel.id()))).isEmpty();
            byte[] rest = whole.readAllBytes();
            byte[] all = Arrays.copyOf(begin, begin.length + rest.length);
            System.arraycopy(rest, 0, all, begin.length, rest.length);
            assertThat(Sha512.of(all)).isEqualTo(granted.packageSha512());
        }
    }

    @Test
    void leavesTheFileOfADeadReleaseToTheSweep() throws IOException {
        ForeignNode.Parcel parcel = arrive(HERE);
        take(HERE, entry(HERE, parcel.id()));
        PayloadRelease dying = release(RETENTION.plusMinutes(1), place -> {
            assertThat(place).isEqualTo(PayloadRelease.MARKED);
            throw new Death();
        });
        assertThatThrownBy(dying::round).isInstanceOf(Death.class);
        assertThat(isKept("inbound_parcel", parcel.id())).isFalse();
        store.open(payload(parcel.id())).orElseThrow().close();
        assertThat(sweep(RETENTION).sweep()).isPositive();
        assertThat(store.open(payload(parcel.id()))).isEmpty();
    }

    @Test
    void keepsWhatIsSentUntilEveryDeliveryIsFinal() throws IOException {
        ParcelId parcel = send(peer.code());
        releaseAfter(Duration.ofDays(3));
        assertThat(isKept("outbound_parcel", parcel)).isTrue();
        // At the recipient's node, and the time for delivery is not over: the recipient may still refuse or take it.
        sql.update("update shipment set state = 2 where parcel_id = ?", bytes(parcel));
        sql.update("update delivery set state = 2 where parcel_id = ?", bytes(parcel));
        releaseAfter(Duration.ofDays(3));
        assertThat(isKept("outbound_parcel", parcel)).isTrue();
        sql.update("update delivery set state = 3 where parcel_id = ?", bytes(parcel));
        releaseAfter(GRACE.minusMinutes(1));
        assertThat(isKept("outbound_parcel", parcel)).isTrue();
        releaseAfter(GRACE.plusMinutes(1));
        assertThat(isKept("outbound_parcel", parcel)).isFalse();
        assertThat(store.open(payload(parcel))).isEmpty();
        assertThat(dispatches.find(HERE, parcel)).isPresent();
        assertThat(dispatches.document(HERE, parcel)).isPresent();
    }

    @Test
    void releasesWhatLiesAtTheRecipientsNodeWhenItsTimeIsOver() throws IOException {
        ParcelId parcel = send(peer.code());
        sql.update("update shipment set state = 2 where parcel_id = ?", bytes(parcel));
        sql.update("update delivery set state = 2 where parcel_id = ?", bytes(parcel));
        releaseAfter(Duration.ofDays(9));
        assertThat(isKept("outbound_parcel", parcel)).isFalse();
    }

    @Test
    void keepsTheOnePayloadOfBothSidesForTheLastOfThem() throws IOException {
        ParcelId parcel = send(BESIDE);
        long entryId = awaitEntry(BESIDE, parcel);
        take(BESIDE, entryId);
        releaseAfter(GRACE.plusMinutes(1));
        assertThat(isKept("outbound_parcel", parcel)).isFalse();
        assertThat(isKept("inbound_parcel", parcel)).isTrue();
        store.open(payload(parcel)).orElseThrow().close();
        releaseAfter(RETENTION.plusMinutes(1));
        assertThat(store.open(payload(parcel))).isEmpty();
    }

    @Test
    void releasesOnceWhenSeveralTryTogether() throws InterruptedException, ExecutionException, IOException {
        List<ForeignNode.Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ForeignNode.Parcel parcel = arrive(HERE);
            take(HERE, entry(HERE, parcel.id()));
            parcels.add(parcel);
        }
        long used = store.usedBytes();
        PayloadRelease release = release(RETENTION.plusMinutes(1), CrashPoints.none());
        List<Future<Integer>> rounds = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Callable<Integer> round : Collections.<Callable<Integer>>nCopies(4, release::round)) {
                rounds.add(threads.submit(round));
            }
        }
        for (Future<Integer> round : rounds) {
            assertThat(round.get()).isNotNegative();
        }
        for (ForeignNode.Parcel parcel : parcels) {
            assertThat(store.open(payload(parcel.id()))).isEmpty();
        }
        long freed =
                parcels.stream().mapToLong(parcel -> parcel.payload().size()).sum();
        assertThat(store.usedBytes()).isLessThanOrEqualTo(used - freed).isNotNegative();
    }

    private void releaseAfter(Duration time) throws IOException {
        assertThat(release(time, CrashPoints.none()).round()).isNotNegative();
    }

    private PayloadRelease release(Duration later, CrashPoints crashPoints) {
        return new PayloadRelease(
                sql,
                transactions,
                sweep(later),
                new ReleaseProperties(GRACE, RETENTION),
                crashPoints,
                () -> clock.instant().plus(later));
    }

    private OrphanSweep sweep(Duration later) {
        return new OrphanSweep(store, references, () -> clock.instant().plus(later), GRACE);
    }

    private ForeignNode.Parcel arrive(AgencyCode... codes) {
        Map<AgencyCode, X509Certificate> chosen = new LinkedHashMap<>();
        List.of(codes).forEach(code -> chosen.put(code, recipients.get(code)));
        ForeignNode.Parcel parcel = peer.seal(ids.next(), chosen, clock, new byte[40_000]);
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return parcel;
    }

    private LeaseAnswer.Granted take(AgencyCode agency, long entryId) {
        LeaseAnswer.Granted granted = (LeaseAnswer.Granted) inbox.lease(agency, entryId, Optional.empty());
        assertThat(inbox.acknowledge(agency, entryId, granted.leaseId(), granted.packageSha512()))
                .isInstanceOf(Settlement.Done.class);
        return granted;
    }

    private long entry(AgencyCode agency, ParcelId parcel) {
        return find(agency, parcel).orElseThrow();
    }

    private Optional<Long> find(AgencyCode agency, ParcelId parcel) {
        return inbox.all(Set.of(agency), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel))
                .map(entry -> entry.entryId())
                .findFirst();
    }

    private long awaitEntry(AgencyCode agency, ParcelId parcel) {
        while (find(agency, parcel).isEmpty()) {
            assertThat(inbox.waiting(
                            agency, Long.MAX_VALUE - 1, 1, clock.instant().plusMillis(100)))
                    .isEmpty();
        }
        return entry(agency, parcel);
    }

    private ParcelId send(AgencyCode recipient) throws IOException {
        Sha256 key = Sha256.of(bytes(new ParcelId(ids.next())));
        DispatchOrder order = new DispatchOrder(
                HERE,
                List.of(recipient),
                false,
                Optional.empty(),
                DocumentMetadata.builder(Organization.of(HERE, "Cơ quan thử"), "Về việc thử")
                        .build(),
                key,
                key,
                "key:test");
        Submission.Open open = (Submission.Open) dispatches.begin(order);
        try (OpenDispatch dispatch = open.dispatch()) {
            dispatch.addFile("a.txt", "text/plain", new ByteArrayInputStream(new byte[10]));
            assertThat(dispatch.submit()).isNotNull();
        }
        return dispatches.list(HERE, Optional.empty(), 1).getFirst().parcelId();
    }

    private boolean isKept(String table, ParcelId parcel) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "select payload_kept from " + table + " where parcel_id = ?", Boolean.class, (Object) bytes(parcel)));
    }

    private static byte[] bytes(ParcelId parcel) {
        return HexFormat.of().parseHex(parcel.toString().replace("-", ""));
    }

    private static PayloadId payload(ParcelId parcel) {
        return new PayloadId(parcel.value());
    }
}
