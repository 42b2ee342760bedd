package vn.lienthong.node.delivery.internal.evidencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.ReceiptBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.ReceiptIntake;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Receipts that another node gives for its evidence: kept once, however often and by however many requests they come. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptIT {

    private static final String NODE = "peer-receipts";
    private static final String ORIGIN = "lienthong.vn/" + NODE;
    private static final LogKeys LOG = LogKeys.generate(ORIGIN);
    private static final AgencyCode HERE = new AgencyCode("H72.09");

    @Autowired
    private ReceiptBook receipts;

    @Autowired
    private ReceiptDoor door;

    @Autowired
    private WireCounters counters;

    @Autowired
    private AuditSearch search;

    @Autowired
    private EvidenceBook book;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private InstantSource clock;

    private final ForeignNode peer;

    @Autowired
    ReceiptIT(TestDirectory directory) {
        directory.listSelf();
        peer = ForeignNode.listed(directory, NODE, "H72.01");
        List<LogKey> keys =
                LOG.verifierKeys().stream().map(key -> new LogKey(key.text())).toList();
        directory.publish(List.of(new NodeLogsPut(
                peer.nodeId(), new NodeLogs(List.of(new PublishedLog(LogPurpose.EVENTS, ORIGIN, keys)), null, null))));
    }

    /** Evidence in a log of its own that has nothing else. */
    private record Logged(String checkpoint, List<LoggedEvidence> offered) {}

    private Logged fresh = new Logged("", List.of());

    @BeforeEach
    void letThePeerIssueTwoEvidences() {
        fresh = logged(List.of(issued(), issued()));
    }

    @Test
    void keepsAReceiptOnceThoughItIsOfferedAgain() {
        List<LoggedEvidence> twice = new ArrayList<>(fresh.offered());
        twice.addAll(fresh.offered());
        assertThat(receipts.take(peer.nodeId(), fresh.checkpoint(), twice))
                .containsExactly(
                        new ReceiptIntake.Kept(),
                        new ReceiptIntake.Kept(),
                        new ReceiptIntake.AlreadyHere(),
                        new ReceiptIntake.AlreadyHere());
        assertThat(receipts.take(peer.nodeId(), fresh.checkpoint(), fresh.offered()))
                .containsOnly(new ReceiptIntake.AlreadyHere());
        assertThat(receipts.complete(ids(fresh.offered()))).hasSize(2);
    }

    @Test
    void keepsAReceiptOnceThoughEightRequestsBringItTogether() throws InterruptedException, ExecutionException {
        List<Future<List<ReceiptIntake>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> receipts.take(peer.nodeId(), fresh.checkpoint(), fresh.offered())));
            }
        }
        for (Future<List<ReceiptIntake>> answer : answers) {
            assertThat(answer.get()).hasSize(2).isSubsetOf(new ReceiptIntake.Kept(), new ReceiptIntake.AlreadyHere());
        }
        assertThat(receipts.complete(ids(fresh.offered()))).hasSize(2);
    }

    @Test
    void doesNotKnowEvidenceThatIsNotHereOrThatAnotherNodeIssued() {
        LoggedEvidence known = fresh.offered().getFirst();
        LoggedEvidence unknown = new LoggedEvidence(new EvidenceId(ids.next()), 0, known.path());
        StoredEvidence own = keep(book.sign(EvidenceDraft.positive(
                EvidenceEvent.SUBMISSION_ACCEPTANCE,
                new EvidenceSubject(new ParcelId(ids.next()), HERE, null),
                new EvidenceDigests(Sha256.OF_NOTHING, Sha256.OF_NOTHING, null),
                ClaimLevel.S1_STORED,
                null)));
        LoggedEvidence notTheirs = new LoggedEvidence(own.evidence().id(), 0, known.path());
        List<ReceiptIntake> answers =
                receipts.take(peer.nodeId(), fresh.checkpoint(), List.of(unknown, notTheirs, known));
        assertThat(answers.subList(0, 2))
                .allMatch(answer -> answer instanceof ReceiptIntake.Refused(ErrorCode code, String _)
                        && code == ErrorCode.NOT_FOUND);
        assertThat(answers.getLast()).isEqualTo(new ReceiptIntake.Kept());
    }

    @Test
    void countsAndRecordsWhatProvesNothing() {
        LoggedEvidence first = fresh.offered().getFirst();
        LoggedEvidence elsewhere = new LoggedEvidence(first.id(), 1, first.path());
        long before = counters.refusedReceipts();
        assertThat(door.take(peer.nodeId(), batch(fresh.checkpoint(), elsewhere)))
                .isPresent();
        LoggedEvidence unknown = new LoggedEvidence(new EvidenceId(ids.next()), 0, first.path());
        assertThat(door.take(peer.nodeId(), batch(fresh.checkpoint(), unknown))).isPresent();
        assertThat(counters.refusedReceipts()).isEqualTo(before + 1);
        EventFilter refused = EventFilter.recent(clock.instant())
                .with(FilterField.ACTION, "receipt.refuse")
                .with(FilterField.ACTOR, "node:" + NODE);
        assertThat(search.find(refused, new EventCursor.Newest(), 5).events())
                .singleElement()
                .matches(event -> Objects.equals(event.reason(), ErrorCode.RECEIPT_INVALID.code()));
        assertThat(receipts.complete(List.of(first.id()))).isEmpty();
    }

    @Test
    void leavesOpenWhatTheListedKeysDidNotSign() {
        MerkleFrontier tree = new MerkleFrontier();
        tree.append(MerkleHash.leaf(new byte[] {1}));
        String strange = new String(
                LogKeys.generate(ORIGIN).sign(tree.head(), clock.instant()).encode(), StandardCharsets.UTF_8);
        assertThat(receipts.take(peer.nodeId(), strange, fresh.offered()))
                .hasSize(2)
                .allMatch(ReceiptIntake.Undecided.class::isInstance);
        assertThat(receipts.complete(ids(fresh.offered()))).isEmpty();
    }

    private static byte[] batch(String checkpoint, LoggedEvidence offered) {
        return WireFormats.RECEIPT_BATCH.encode(new ReceiptBatch(checkpoint, List.of(offered)));
    }

    private static List<EvidenceId> ids(List<LoggedEvidence> offered) {
        return offered.stream().map(LoggedEvidence::id).toList();
    }

    private Logged logged(List<StoredEvidence> two) {
        List<MerkleHash> leaves = two.stream()
                .map(one -> MerkleHash.leaf(WireFormats.LOG_COMMITMENT.encode(LogCommitment.to(one.signed()))))
                .toList();
        MerkleFrontier tree = new MerkleFrontier();
        leaves.forEach(tree::append);
        String checkpoint = new String(LOG.sign(tree.head(), clock.instant()).encode(), StandardCharsets.UTF_8);
        List<LoggedEvidence> offered = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Sha256 sibling = Sha256.fromBytes(leaves.get(1 - i).toByteArray());
            offered.add(new LoggedEvidence(two.get(i).evidence().id(), i, List.of(sibling)));
        }
        return new Logged(checkpoint, offered);
    }

    private StoredEvidence issued() {
        Instant now = clock.instant();
        Evidence evidence = new Evidence(
                new EvidenceId(ids.next()),
                EvidenceEvent.CONTENT_HANDOVER,
                now,
                new EvidenceIssuer(peer.nodeId(), peer.signer()),
                new EvidenceSubject(new ParcelId(ids.next()), HERE, peer.code()),
                new EvidenceDigests(Sha256.OF_NOTHING, Sha256.OF_NOTHING, null),
                ClaimLevel.S3_DECRYPTED,
                List.of(),
                null,
                null);
        byte[] octets = WireFormats.EVIDENCE.encode(evidence);
        SignedEvidence signed = new SignedEvidence(
                Octets.of(octets),
                Octets.of(DetachedSignature.sign(octets, peer.identity().signing(), now)));
        return book.check(signed, peer.nodeId()) instanceof EvidenceIntake.Genuine(StoredEvidence genuine)
                ? keep(genuine)
                : new StoredEvidence(evidence, signed);
    }

    private StoredEvidence keep(StoredEvidence evidence) {
        transactions.executeWithoutResult(_ -> book.keep(List.of(evidence)));
        return evidence;
    }
}
