package vn.lienthong.node.delivery.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretEntry;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.SecretRecall;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SecretsHeard;
import vn.lienthong.node.testing.TestDirectory;

/** Secrets that leave: only on approved ways, up to the last moment, and back again as long as nobody has them. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretDispatchIT {

    private static final AgencyCode HERE = new AgencyCode("H43.01");
    private static final AgencyCode NEXT_DOOR = new AgencyCode("H43.02");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SecretDispatches secrets;
    private final SecretInbox inbox;
    private final Dispatches dispatches;
    private final TestDirectory directory;
    private final TransactionTemplate transactions;
    private final TimeOrderedIds ids;
    private final ForeignNode peer;

    @Autowired
    SecretDispatchIT(ApplicationContext beans) throws IOException {
        this.secrets = beans.getBean(SecretDispatches.class);
        this.inbox = beans.getBean(SecretInbox.class);
        this.dispatches = beans.getBean(Dispatches.class);
        this.directory = beans.getBean(TestDirectory.class);
        this.transactions = beans.getBean(TransactionTemplate.class);
        this.ids = beans.getBean(TimeOrderedIds.class);
        directory.listSelf();
        var _ = directory.hostStrong(HERE);
        var _ = directory.hostStrong(NEXT_DOOR);
        this.peer = ForeignNode.approved(directory, "peer-dispatch-secret", "H49.04", Secrecy.SECRET);
    }

    @BeforeEach
    void approveBoth() {
        directory.approveSelf(Secrecy.SECRET);
        directory.approve(peer.identity(), Secrecy.SECRET);
    }

    private Submission begin(AgencyCode recipient, Secrecy level) {
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(HERE, "Sở"), "Về việc cần giữ kín")
                .secrecy(level)
                .build();
        byte[] key = ids.next().toString().getBytes(StandardCharsets.US_ASCII);
        DispatchOrder order = new DispatchOrder(
                HERE,
                List.of(recipient),
                false,
                Optional.empty(),
                metadata,
                Sha256.of(key),
                Sha256.of(key),
                "secret:test");
        return secrets.begin(order, new Approvals(SecretsHeard.PROOF));
    }

    private static OpenDispatch opened(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Open.class);
        return ((Submission.Open) submission).dispatch();
    }

    private static ParcelId submit(OpenDispatch open) throws IOException {
        try (open) {
            open.addFile("a.bin", "application/octet-stream", new ByteArrayInputStream(new byte[300]));
            return ((Completion.Taken) open.submit()).parcelId();
        }
    }

    private Dispatch.Leg leg(ParcelId parcel) {
        return secrets.find(HERE, parcel).orElseThrow().deliveries().getFirst();
    }

    private SecretRecall recall(ParcelId parcel, AgencyCode recipient) {
        return Objects.requireNonNull(transactions.execute(
                _ -> secrets.recall(HERE, parcel, Set.of(recipient)).orElseThrow()));
    }

    @Test
    void beginsNothingAboveWhatEitherNodeIsApprovedFor() {
        assertThat(begin(peer.code(), Secrecy.TOP_SECRET))
                .isEqualTo(new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED));
        assertThat(begin(peer.code(), Secrecy.ORDINARY))
                .isEqualTo(new Submission.Rejected(ErrorCode.SECRECY_NOT_ALLOWED));
        directory.approve(peer.identity(), Secrecy.CONFIDENTIAL);
        assertThat(begin(peer.code(), Secrecy.SECRET)).isInstanceOf(Submission.Undeliverable.class);
    }

    @Test
    void letsNothingLeaveOnceItsWayIsNotApprovedAnyMore() throws IOException {
        OpenDispatch theirs = opened(begin(peer.code(), Secrecy.SECRET));
        OpenDispatch ours = opened(begin(peer.code(), Secrecy.SECRET));
        directory.approve(peer.identity(), Secrecy.CONFIDENTIAL);
        assertKeptBack(submit(theirs));
        directory.approve(peer.identity(), Secrecy.SECRET);
        directory.approveSelf(Secrecy.CONFIDENTIAL);
        assertKeptBack(submit(ours));
    }

    private void assertKeptBack(ParcelId parcel) {
        await(() -> leg(parcel).stage().isFinal());
        assertThat(leg(parcel).stage()).isEqualTo(DeliveryStage.REFUSED);
        assertThat(leg(parcel).reasonCode()).isEqualTo(ErrorCode.SECRECY_NOT_ALLOWED.code());
    }

    @Test
    void takesBackWhatHasNotLeftAndNothingOfOthers() throws IOException {
        ParcelId parcel = submit(opened(begin(peer.code(), Secrecy.SECRET)));
        assertThat(dispatches.find(HERE, parcel)).as("for the ordinary desk").isEmpty();
        assertThatThrownBy(() -> secrets.recall(HERE, parcel, Set.of(peer.code())))
                .isInstanceOf(IllegalTransactionStateException.class);
        Boolean foreign = transactions.execute(
                _ -> secrets.recall(NEXT_DOOR, parcel, Set.of(peer.code())).isEmpty());
        assertThat(foreign).isTrue();
        assertThat(recall(parcel, NEXT_DOOR).tooLate()).as("not for them").containsExactly(NEXT_DOOR);
        ParcelId early = submittedAndRecalled();
        assertThat(leg(early).stage()).isEqualTo(DeliveryStage.RECALLED);
        assertThat(recall(early, peer.code()).tooLate()).containsExactly(peer.code());
    }

    /** In one transaction: nobody can have begun to carry it. */
    private ParcelId submittedAndRecalled() {
        OpenDispatch open = opened(begin(peer.code(), Secrecy.SECRET));
        return Objects.requireNonNull(transactions.execute(_ -> {
            try {
                ParcelId parcel = submit(open);
                assertThat(recall(parcel, peer.code()).stopped()).containsExactly(peer.code());
                return parcel;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    @Test
    void takesBackWhatArrivedUntilSomebodyHasIt() throws IOException {
        ParcelId recalled = arrived();
        assertThat(recall(recalled, NEXT_DOOR).asked()).containsExactly(NEXT_DOOR);
        await(() -> entry(recalled).state() == InboxEntry.State.WITHDRAWN);
        await(() -> leg(recalled).stage() == DeliveryStage.RECALLED);
        assertThat(inbox.acknowledge(NEXT_DOOR, entry(recalled).entryId(), digest(recalled)))
                .isNotInstanceOf(Settlement.Done.class);

        ParcelId taken = arrived();
        assertThat(inbox.acknowledge(NEXT_DOOR, entry(taken).entryId(), digest(taken)))
                .isInstanceOf(Settlement.Done.class);
        await(() -> leg(taken).stage() == DeliveryStage.HANDED_OVER);
        assertThat(recall(taken, NEXT_DOOR).tooLate()).containsExactly(NEXT_DOOR);
        assertThat(entry(taken).state()).isEqualTo(InboxEntry.State.HANDED_OVER);
    }

    private ParcelId arrived() throws IOException {
        ParcelId parcel = submit(opened(begin(NEXT_DOOR, Secrecy.SECRET)));
        await(() -> leg(parcel).stage() == DeliveryStage.CONSIGNED);
        return parcel;
    }

    private SecretEntry entry(ParcelId parcel) {
        return inbox.find(parcel, NEXT_DOOR).orElseThrow();
    }

    private Sha512 digest(ParcelId parcel) {
        return Sha512.fromHex(entry(parcel).packageSha512()).orElseThrow();
    }

    private static void await(Supplier<Boolean> reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.get()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
