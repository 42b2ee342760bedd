package vn.lienthong.node.statement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.node.statement.internal.ForeignAuthor.signed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.StatementIntake;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Statements between an agency of this node and one of another, against a real database. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementIT {

    private static final AgencyCode HERE = new AgencyCode("H62.01");
    private static final AgencyCode NEIGHBOUR = new AgencyCode("H62.02");
    private static final AgencyCode THERE = new AgencyCode("H63.01");
    private static final String PARCEL = " where parcel_id = unhex(replace(?, '-', ''))";
    private static final int PATIENCE = 2000;

    @Autowired
    private Statements statements;

    @Autowired
    private StatementIntake intake;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private ParcelAcceptance acceptance;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private InstantSource clock;

    @Autowired
    private TimeOrderedIds ids;

    private final ForeignAuthor author;
    private final ForeignNode peer;
    private final ForeignNode stranger;
    private final AgencyKeys keys;
    private final AgencyId here;

    @Autowired
    StatementIT(TestDirectory directory, AgencyKeys keys, TimeOrderedIds ids, InstantSource clock) throws IOException {
        this.author = new ForeignAuthor(ids, clock);
        directory.listSelf();
        this.here = directory.host(HERE);
        assertThat(directory.host(NEIGHBOUR)).isNotEqualTo(here);
        this.peer = ForeignNode.listed(directory, "peer-statement", THERE.value());
        this.stranger = ForeignNode.listed(directory, "peer-statement-other", "H64.01");
        this.keys = keys;
    }

    @Test
    void statesTheArrivalOfEachParcelOnceSignedLoggedAndOnItsWay() {
        ParcelId parcel = arrive();
        KeptStatement kept = awaitStatement(parcel, Known.ARRIVED);
        assertThat(kept.own()).isTrue();
        assertThat(kept.statement().subject()).isEqualTo(new StatementSubject(parcel, HERE, THERE));
        assertThat(count("select count(*) from statement" + PARCEL + " and log_entry is not null", parcel))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from statement_shipment s join statement t on t.statement_id ="
                                + " s.statement_id" + PARCEL + " and s.target_node = 'peer-statement' and s.state < 2",
                        parcel))
                .isEqualTo(1);
        assertThat(count("select count(*) from statement_owed" + PARCEL, parcel))
                .isZero();
        assertThat(standing(parcel, HERE).status()).isEqualTo(Known.ARRIVED);
    }

    @Test
    void refusalTellsTheSenderTheVeryWords() {
        ParcelId parcel = arrive();
        LeaseAnswer.Granted lease = lease(parcel);
        Settlement settlement = inbox.refuse(
                HERE, entry(parcel).entryId(), lease.leaseId(), ClerkReason.WRONG_ADDRESSEE, "Gửi nhầm: Sở Tài chính");
        assertThat(settlement).isInstanceOf(Settlement.Done.class);
        Standing standing = standing(parcel, HERE);
        assertThat(standing.status()).isEqualTo(Known.REFUSED);
        assertThat(standing.words()).isEqualTo(new StatementWords("WRONG_ADDRESSEE", "Gửi nhầm: Sở Tài chính"));
        assertThat(send(StatementOrder.status(parcel, HERE, THERE, Known.IN_PROGRESS)))
                .isEqualTo(new SendAnswer.NotSent(SendAnswer.Reason.ENDED));
    }

    @Test
    void takingOverStatesReceiptAndTheDeskMayAddItsNumber() {
        ParcelId parcel = arrive();
        LeaseAnswer.Granted lease = lease(parcel);
        assertThat(inbox.acknowledge(HERE, entry(parcel).entryId(), lease.leaseId(), lease.packageSha512()))
                .isInstanceOf(Settlement.Done.class);
        KeptStatement plain = awaitStatement(parcel, Known.RECEIVED);
        assertThat(plain.statement().detail()).isEqualTo(StatementDetail.NONE);
        StatementOrder numbered =
                StatementOrder.status(parcel, HERE, THERE, Known.RECEIVED).registered("145", null);
        assertThat(send(numbered)).isInstanceOf(SendAnswer.Sent.class);
        assertThat(send(numbered)).isInstanceOf(SendAnswer.Repeated.class);
        assertThat(standing(parcel, HERE).arrivalNumber()).isEqualTo("145");
    }

    @Test
    void sendsNothingWithoutATransactionAndNothingWhenItIsUndone() {
        ParcelId parcel = arrive();
        StatementOrder order = StatementOrder.status(parcel, HERE, THERE, Known.ASSIGNED);
        assertThatThrownBy(() -> statements.send(order)).isInstanceOf(IllegalTransactionStateException.class);
        Boolean undone = transactions.execute(state -> {
            state.setRollbackOnly();
            return statements.send(order) instanceof SendAnswer.Sent;
        });
        assertThat(undone).isTrue();
        assertThat(count("select count(*) from statement" + PARCEL + " and status = '04'", parcel))
                .isZero();
    }

    @Test
    void knowsNoParcelOfOthers() {
        ParcelId parcel = arrive();
        assertThat(send(StatementOrder.status(parcel, NEIGHBOUR, THERE, Known.RECEIVED)))
                .isEqualTo(new SendAnswer.NotSent(SendAnswer.Reason.UNKNOWN_PARCEL));
        assertThat(send(StatementOrder.status(ids.nextParcelId(), HERE, THERE, Known.RECEIVED)))
                .isEqualTo(new SendAnswer.NotSent(SendAnswer.Reason.UNKNOWN_PARCEL));
    }

    @Test
    void keepsAPeersStatementOnceAndInAnyOrder() {
        ParcelId parcel = send(THERE);
        SignedStatement received = theirs(parcel, Known.RECEIVED);
        SignedStatement arrived = theirs(parcel, Known.ARRIVED);
        assertThat(take(received, received)).hasSize(2).first().isInstanceOf(EvidenceAnswer.Stored.class);
        assertThat(take(arrived)).first().isInstanceOf(EvidenceAnswer.Stored.class);
        assertThat(take(received, arrived)).allMatch(EvidenceAnswer.AlreadyHere.class::isInstance);
        assertThat(standing(parcel, THERE).status()).isEqualTo(Known.RECEIVED);
        assertThat(statements.history(parcel, THERE)).hasSize(2);
    }

    @Test
    void keepsOneOfEightThatComeTogether() throws InterruptedException, ExecutionException {
        ParcelId parcel = send(THERE);
        SignedStatement arrived = theirs(parcel, Known.ARRIVED);
        List<Future<List<EvidenceAnswer>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> take(arrived)));
            }
        }
        for (Future<List<EvidenceAnswer>> answer : answers) {
            assertThat(answer.get()).noneMatch(EvidenceAnswer.Refused.class::isInstance);
        }
        assertThat(count("select count(*) from statement" + PARCEL, parcel)).isEqualTo(1);
    }

    @Test
    void refusesWhatTheAuthorHasNotSignedWithBothKeys() {
        ParcelId parcel = send(THERE);
        Statement statement = author.status(parcel, THERE, HERE, Known.RECEIVED);
        byte[] octets = WireFormats.STATEMENT.encode(statement);
        DualSigningKey swapped = new DualSigningKey(
                peer.keys().signing().classical(), stranger.keys().signing().postQuantum());
        assertRefused(peer, signed(statement, stranger.keys().signing()), ErrorCode.STATEMENT_INVALID);
        assertRefused(peer, signed(statement, swapped), ErrorCode.STATEMENT_INVALID);
        SignedStatement undomained = new SignedStatement(
                Octets.of(octets),
                Octets.of(DualSignature.sign(octets, peer.keys().signing(), statement.at())));
        assertRefused(peer, undomained, ErrorCode.STATEMENT_INVALID);
        assertRefused(stranger, signed(statement, peer.keys().signing()), ErrorCode.STATEMENT_INVALID);
        assertThat(count("select count(*) from statement" + PARCEL, parcel)).isZero();
    }

    @Test
    void refusesStatementsAboutOthersParcelsInTheWrongDirectionAndFromTheFuture() {
        ParcelId parcel = send(THERE);
        ParcelId arrived = arrive();
        DualSigningKey key = peer.keys().signing();
        Statement unknown = author.status(ids.nextParcelId(), THERE, HERE, Known.RECEIVED);
        assertRefused(peer, signed(unknown, key), ErrorCode.NOT_FOUND);
        Statement wrongSide = author.status(arrived, THERE, HERE, Known.RECEIVED);
        assertRefused(peer, signed(wrongSide, key), ErrorCode.NOT_FOUND);
        Statement foreign = author.status(parcel, THERE, NEIGHBOUR, Known.RECEIVED);
        assertRefused(peer, signed(foreign, key), ErrorCode.NOT_FOUND);
        Statement now = author.status(parcel, THERE, HERE, Known.RECEIVED);
        Statement future = author.at(now.at().plusSeconds(600), now);
        assertRefused(peer, signed(future, key), ErrorCode.STATEMENT_INVALID);
        Statement other = new Statement(
                now.id(), now.subject(), now.kind(), now.at(), Known.COMPLETED, now.words(), null, now.detail());
        assertThat(take(signed(now, key))).first().isInstanceOf(EvidenceAnswer.Stored.class);
        assertRefused(peer, signed(other, key), ErrorCode.STATEMENT_INVALID);
    }

    @Test
    void answersARecallOnce() {
        ParcelId parcel = arrive();
        KeptStatement arrival = awaitStatement(parcel, Known.ARRIVED);
        Statement request = author.recall(parcel, THERE, HERE, "Ban hành nhầm");
        assertThat(take(signed(request, peer.keys().signing()))).first().isInstanceOf(EvidenceAnswer.Stored.class);
        assertThat(standing(parcel, HERE).openRecall()).isEqualTo(request.id());
        StatementSubject back = arrival.statement().subject();
        StatementOrder agreed = StatementOrder.answer(back, request.id(), Known.AGREED, StatementWords.NONE);
        StatementOrder declined =
                StatementOrder.answer(back, request.id(), Known.DECLINED, StatementWords.of("Đã triển khai"));
        StatementOrder unasked =
                StatementOrder.answer(back, new StatementId(ids.next()), Known.AGREED, StatementWords.NONE);
        assertThat(send(unasked)).isEqualTo(new SendAnswer.NotSent(SendAnswer.Reason.NOTHING_TO_ANSWER));
        assertThat(send(agreed)).isInstanceOf(SendAnswer.Sent.class);
        assertThat(send(agreed)).isInstanceOf(SendAnswer.Repeated.class);
        assertThat(send(declined)).isEqualTo(new SendAnswer.NotSent(SendAnswer.Reason.NOTHING_TO_ANSWER));
        assertThat(standing(parcel, HERE).status()).isEqualTo(Known.AGREED);
        assertThat(standing(parcel, HERE).openRecall()).isNull();
    }

    @Test
    void carriesBetweenAgenciesOfThisNodeWithoutTheNetwork() {
        ParcelId parcel = send(NEIGHBOUR);
        KeptStatement kept = awaitStatement(parcel, NEIGHBOUR, Known.ARRIVED);
        assertThat(kept.statement().subject()).isEqualTo(new StatementSubject(parcel, NEIGHBOUR, HERE));
        assertThat(count(
                        "select count(*) from statement_shipment s join statement t on t.statement_id = s.statement_id"
                                + PARCEL,
                        parcel))
                .isZero();
        assertThat(statements.standings(List.of(parcel)).get(parcel))
                .singleElement()
                .extracting(Standing::status)
                .isEqualTo(Known.ARRIVED);
    }

    private ParcelId arrive() {
        var certificate =
                keys.recipientKeys(here, new SuiteId("LT-1")).getFirst().certificate();
        ForeignNode.Parcel parcel = peer.seal(ids.next(), Map.of(HERE, certificate), clock, new byte[20_000]);
        assertThat(acceptance.accept(peer.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return parcel.id();
    }

    private ParcelId send(AgencyCode to) {
        UUID key = ids.next();
        Sha256 digest = Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8));
        DispatchOrder order = new DispatchOrder(
                HERE,
                List.of(to),
                false,
                Optional.empty(),
                DocumentMetadata.builder(Organization.of(HERE, "Cơ quan"), "Về việc thử nghiệm")
                        .build(),
                digest,
                digest,
                "key:test");
        try (OpenDispatch open = ((Submission.Open) dispatches.begin(order)).dispatch()) {
            open.addFile("to-trinh.bin", "application/octet-stream", new ByteArrayInputStream(new byte[20_000]));
            return ((Completion.Taken) open.submit()).parcelId();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private InboxEntry entry(ParcelId parcel) {
        return inbox.all(Set.of(HERE), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel))
                .findFirst()
                .orElseThrow();
    }

    private LeaseAnswer.Granted lease(ParcelId parcel) {
        return (LeaseAnswer.Granted) inbox.lease(HERE, entry(parcel).entryId(), Optional.empty());
    }

    private SendAnswer send(StatementOrder order) {
        return Objects.requireNonNull(transactions.execute(_ -> statements.send(order)));
    }

    private List<EvidenceAnswer> take(SignedStatement... batch) {
        return intake.take(peer.nodeId(), List.of(batch)).orElseThrow();
    }

    private void assertRefused(ForeignNode by, SignedStatement signed, ErrorCode code) {
        assertThat(intake.take(by.nodeId(), List.of(signed)).orElseThrow())
                .singleElement()
                .isInstanceOfSatisfying(
                        EvidenceAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private SignedStatement theirs(ParcelId parcel, Known status) {
        return signed(author.status(parcel, THERE, HERE, status), peer.keys().signing());
    }

    private Standing standing(ParcelId parcel, AgencyCode recipient) {
        return statements.standing(parcel, recipient).orElseThrow();
    }

    private KeptStatement awaitStatement(ParcelId parcel, Known status) {
        return awaitStatement(parcel, HERE, status);
    }

    private KeptStatement awaitStatement(ParcelId parcel, AgencyCode recipient, Known status) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<KeptStatement> found = statements.history(parcel, recipient).stream()
                    .filter(kept -> kept.statement().status() == status)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("nothing was stated");
    }

    private int count(String query, ParcelId parcel) {
        Integer count = sql.queryForObject(query, Integer.class, parcel.toString());
        return count == null ? -1 : count;
    }
}
