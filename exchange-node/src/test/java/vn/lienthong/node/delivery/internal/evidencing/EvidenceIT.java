package vn.lienthong.node.delivery.internal.evidencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceIssuer;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Evidence on both ways, against a real database. */
@NodeTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIT {

    private static final AgencyCode HERE = new AgencyCode("H04.01");
    private static final NodeId FAR = new NodeId("node-far-away");

    private final EvidenceReception reception;
    private final EvidenceReturn evidenceReturn;
    private final EvidenceClaims claims;
    private final EvidenceLoop loop;
    private final Dispatches dispatches;
    private final EvidenceBook book;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final TestDirectory directory;
    private final ForeignNode peer;
    private final ForeignNode other;

    @Autowired
    EvidenceIT(
            EvidenceReception reception,
            EvidenceReturn evidenceReturn,
            EvidenceClaims claims,
            EvidenceLoop loop,
            Dispatches dispatches,
            EvidenceBook book,
            TransactionTemplate transactions,
            TimeOrderedIds ids,
            InstantSource clock,
            TestDirectory directory)
            throws IOException {
        this.reception = reception;
        this.evidenceReturn = evidenceReturn;
        this.claims = claims;
        this.loop = loop;
        this.dispatches = dispatches;
        this.book = book;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.directory = directory;
        directory.listSelf();
        assertThat(directory.host(HERE)).isNotNull();
        this.peer = ForeignNode.listed(directory, "peer-proof", "H06.01");
        this.other = ForeignNode.listed(directory, "peer-liar", "H06.02");
    }

    @BeforeAll
    void leaveTheQueueToTheTest() {
        loop.stop();
    }

    private ParcelId dispatch() throws IOException {
        return dispatch(peer);
    }

    private ParcelId dispatch(ForeignNode recipient) throws IOException {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        DispatchOrder order = new DispatchOrder(
                HERE,
                List.of(recipient.code()),
                false,
                Optional.empty(),
                DocumentMetadata.builder(Organization.of(HERE, "Cơ quan thử"), "Về việc thử")
                        .build(),
                Sha256.of(key),
                Sha256.of(key),
                "key:test");
        Submission.Open open = (Submission.Open) dispatches.begin(order);
        try (OpenDispatch dispatch = open.dispatch()) {
            dispatch.addFile("a.txt", "text/plain", new ByteArrayInputStream(new byte[10]));
            assertThat(dispatch.submit()).isNotNull();
        }
        return dispatches.list(HERE, Optional.empty(), 1).getFirst().parcelId();
    }

    /** What a node states, truly or not, about a parcel that was sent to it. */
    private SignedEvidence statement(ForeignNode node, ParcelId parcel, AgencyCode recipient, EvidenceEvent event) {
        EvidenceDigests digests = book.ofParcel(parcel).getFirst().evidence().digests();
        return statement(node, new EvidenceSubject(parcel, HERE, recipient), digests, event);
    }

    private SignedEvidence statement(
            ForeignNode node, EvidenceSubject subject, EvidenceDigests digests, EvidenceEvent event) {
        Instant now = clock.instant();
        Evidence evidence = new Evidence(
                new EvidenceId(ids.next()),
                event,
                now,
                new EvidenceIssuer(node.nodeId(), node.signer()),
                subject,
                digests,
                ClaimLevel.S3_DECRYPTED,
                List.of(),
                null,
                null);
        byte[] octets = WireFormats.EVIDENCE.encode(evidence);
        return new SignedEvidence(
                Octets.of(octets),
                Octets.of(DetachedSignature.sign(octets, node.identity().signing(), now)));
    }

    private EvidenceAnswer take(ForeignNode from, SignedEvidence evidence) {
        return reception.take(from.nodeId(), List.of(evidence)).orElseThrow().getFirst();
    }

    private DeliveryStage stage(ParcelId parcel) {
        return dispatches
                .find(HERE, parcel)
                .orElseThrow()
                .deliveries()
                .getFirst()
                .stage();
    }

    @Test
    void movesTheDeliveryByGenuineEvidenceOnce() throws IOException {
        ParcelId parcel = dispatch();
        SignedEvidence handover = statement(peer, parcel, peer.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertThat(take(peer, handover)).isInstanceOf(EvidenceAnswer.Stored.class);
        assertThat(stage(parcel)).isEqualTo(DeliveryStage.HANDED_OVER);
        assertThat(take(peer, handover)).isInstanceOf(EvidenceAnswer.AlreadyHere.class);
    }

    @Test
    void keepsTheSameEvidenceOnceWhenItComesEightTimesTogether()
            throws IOException, InterruptedException, ExecutionException {
        ParcelId parcel = dispatch();
        SignedEvidence handover = statement(peer, parcel, peer.code(), EvidenceEvent.CONTENT_HANDOVER);
        List<Future<EvidenceAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Callable<EvidenceAnswer> copy :
                    Collections.<Callable<EvidenceAnswer>>nCopies(8, () -> take(peer, handover))) {
                answers.add(threads.submit(copy));
            }
        }
        for (Future<EvidenceAnswer> answer : answers) {
            assertThat(answer.get()).isNotInstanceOf(EvidenceAnswer.Refused.class);
        }
        assertThat(book.ofParcel(parcel).stream()
                        .filter(stored -> stored.evidence().event() == EvidenceEvent.CONTENT_HANDOVER))
                .hasSize(1);
    }

    @Test
    void refusesWhatTheNodeMayNotState() throws IOException {
        ParcelId parcel = dispatch();
        SignedEvidence genuine = statement(peer, parcel, peer.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertRefused(take(other, genuine), ErrorCode.EVIDENCE_INVALID);
        SignedEvidence liar = statement(other, parcel, peer.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertRefused(take(other, liar), ErrorCode.EVIDENCE_INVALID);
        SignedEvidence forged = new SignedEvidence(genuine.octets(), liar.signature());
        assertRefused(take(peer, forged), ErrorCode.EVIDENCE_INVALID);
        SignedEvidence notTheirs = statement(peer, parcel, peer.code(), EvidenceEvent.SUBMISSION_ACCEPTANCE);
        assertRefused(take(peer, notTheirs), ErrorCode.EVIDENCE_INVALID);
        SignedEvidence aboutOthers = statement(peer, parcel, other.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertRefused(take(peer, aboutOthers), ErrorCode.NOT_FOUND);
        EvidenceDigests wrong = new EvidenceDigests(Sha256.OF_NOTHING, Sha256.OF_NOTHING, null);
        EvidenceSubject subject = new EvidenceSubject(parcel, HERE, peer.code());
        assertRefused(
                take(peer, statement(peer, subject, wrong, EvidenceEvent.CONTENT_HANDOVER)),
                ErrorCode.EVIDENCE_INVALID);
        EvidenceSubject unknown = new EvidenceSubject(new ParcelId(ids.next()), HERE, peer.code());
        assertRefused(take(peer, statement(peer, unknown, wrong, EvidenceEvent.CONTENT_HANDOVER)), ErrorCode.NOT_FOUND);
        assertThat(stage(parcel)).isNotEqualTo(DeliveryStage.HANDED_OVER);
    }

    @Test
    void takesEvidenceThatWasSignedBeforeItsNodeRenewedItsCertificates() throws IOException {
        ForeignNode before = ForeignNode.listed(directory, "peer-renewed", "H06.03");
        ParcelId parcel = dispatch(before);
        SignedEvidence old = statement(before, parcel, before.code(), EvidenceEvent.CONTENT_CONSIGNMENT);
        ForeignNode between = before.renewed(directory);
        ForeignNode now = between.renewed(directory);
        assertThat(take(now, old)).isInstanceOf(EvidenceAnswer.Stored.class);
        SignedEvidence fresh = statement(now, parcel, now.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertRefused(take(now, new SignedEvidence(fresh.octets(), old.signature())), ErrorCode.EVIDENCE_INVALID);
        assertThat(take(now, fresh)).isInstanceOf(EvidenceAnswer.Stored.class);
        assertThat(stage(parcel)).isEqualTo(DeliveryStage.HANDED_OVER);
    }

    @Test
    void refusesEvidenceByAFormerCertificateThatIsRevokedOrWasNeverForSigning() throws IOException {
        ForeignNode before = ForeignNode.listed(directory, "peer-robbed", "H06.04");
        ParcelId parcel = dispatch(before);
        SignedEvidence old = statement(before, parcel, before.code(), EvidenceEvent.CONTENT_HANDOVER);
        ForeignNode now = before.renewed(directory);
        NodeIdentity mixed = new NodeIdentity(
                now.nodeId(),
                now.identity().tls(),
                now.identity().tls(),
                now.identity().authority());
        SignedEvidence byTls = statement(
                new ForeignNode(mixed, now.code(), now.keys()), parcel, now.code(), EvidenceEvent.CONTENT_HANDOVER);
        assertRefused(take(now, byTls), ErrorCode.EVIDENCE_INVALID);
        directory.publish(List.of(new DirectoryChange.CertificateRevoked(before.signer(), "stolen", clock.instant())));
        assertRefused(take(now, old), ErrorCode.EVIDENCE_INVALID);
        assertThat(stage(parcel)).isNotEqualTo(DeliveryStage.HANDED_OVER);
    }

    private static void assertRefused(EvidenceAnswer answer, ErrorCode code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        EvidenceAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void queue(int count) {
        List<StoredEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            evidence.add(book.sign(EvidenceDraft.positive(
                    EvidenceEvent.CONTENT_HANDOVER,
                    new EvidenceSubject(new ParcelId(ids.next()), peer.code(), HERE),
                    new EvidenceDigests(Sha256.OF_NOTHING, Sha256.OF_NOTHING, null),
                    ClaimLevel.S3_DECRYPTED,
                    null)));
        }
        transactions.executeWithoutResult(_ -> evidenceReturn.send(FAR, evidence));
    }

    private List<Claimed> claim(String owner, Instant now, int limit) {
        return claims.claim(Stage.EVIDENCE, owner, now, Set.of(), limit);
    }

    @Test
    void givesEachEvidenceToOneOfSeveralClaimers() throws InterruptedException, ExecutionException {
        queue(60);
        Instant now = clock.instant().plusSeconds(1);
        List<Future<List<Claimed>>> claimed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                String owner = "owner-" + i;
                claimed.add(threads.submit(() -> claim(owner, now, 10)));
            }
        }
        List<EvidenceId> all = new ArrayList<>();
        for (Future<List<Claimed>> one : claimed) {
            one.get().forEach(row -> all.add(row.id()));
        }
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        int takenBack = 0;
        for (int i = 0; i < 6; i++) {
            takenBack += claims.takeBack("owner-" + i);
        }
        assertThat(takenBack).isEqualTo(all.size()).isPositive();
        List<Claimed> again = claim("owner-x", now, 500);
        assertThat(again).hasSizeGreaterThanOrEqualTo(60);
        claims.done(Stage.EVIDENCE, again, now);
        assertThat(claim("owner-y", now, 500)).isEmpty();
    }

    @Test
    void offersAgainWhatFailedAndWhatWasLeftBehind() {
        queue(2);
        Instant now = clock.instant().plusSeconds(1);
        List<Claimed> first = claim("owner-a", now, 500);
        assertThat(first).hasSizeGreaterThanOrEqualTo(2);
        assertThat(claim("owner-b", now, 500)).isEmpty();
        Instant later = now.plus(EvidenceClaims.LEASE).plus(Duration.ofSeconds(1));
        List<Claimed> leftBehind = claim("owner-b", later, 500);
        assertThat(leftBehind).hasSameSizeAs(first);
        claims.again(Stage.EVIDENCE, leftBehind, later.plusSeconds(30));
        assertThat(claim("owner-c", later, 500)).isEmpty();
        List<Claimed> retried = claim("owner-c", later.plusSeconds(31), 500);
        assertThat(retried).hasSameSizeAs(first).allMatch(row -> row.attempts() == 1);
        claims.done(Stage.EVIDENCE, retried, later);
    }

    @Test
    void leavesDeadNodesAlone() {
        queue(1);
        Instant now = clock.instant().plusSeconds(1);
        assertThat(claims.claim(Stage.EVIDENCE, "owner-d", now, Set.of(FAR), 500))
                .isEmpty();
        claims.done(Stage.EVIDENCE, claim("owner-d", now, 500), now);
    }
}
