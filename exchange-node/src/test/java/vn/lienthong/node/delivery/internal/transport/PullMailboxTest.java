package vn.lienthong.node.delivery.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.delivery.internal.transport.PullMailbox.Poll;
import vn.lienthong.node.delivery.internal.transport.PullMailbox.PullerArrived;
import vn.lienthong.node.testing.SettableClock;

/** Who gets what lies ready, and until when an answer counts. */
class PullMailboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.US_ASCII);

    private final SettableClock clock = new SettableClock();
    private final ListedNodes listed = new ListedNodes(clock);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final PullMailbox mailbox = new PullMailbox(
            listed, new PullingNodes(listed, clock), events::add, new TimeOrderedIds(clock, new SecureRandom()), clock);
    private NodeId distant = ListedNodes.HERE;
    private NodeId other = ListedNodes.HERE;

    @BeforeEach
    void listNodes() {
        listed.list(ListedNodes.HERE, Reachability.PULL);
        distant = listed.list(new NodeId("distant"), Reachability.PULL);
        other = listed.list(new NodeId("other"), Reachability.PULL);
        listed.list(new NodeId("near"), Reachability.PUSH);
    }

    private CompletableFuture<Optional<byte[]>> offer(NodeId target, PullContent content) {
        CompletableFuture<Optional<byte[]>> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(mailbox.offer(target, content));
            } catch (InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static PullContent.Post post(String path) {
        return new PullContent.Post(path, Octets.of(ANSWER));
    }

    private PullLease take(NodeId peer) throws InterruptedException {
        Poll poll = mailbox.take(peer, PATIENCE, true, false);
        assertThat(poll).isInstanceOf(Poll.Given.class);
        return ((Poll.Given) poll).lease();
    }

    @Test
    void handsOverOnceAndReturnsTheHoldersAnswerOnce() throws InterruptedException {
        CompletableFuture<Optional<byte[]>> offered = offer(distant, post("/a"));
        PullLease lease = take(distant);
        assertThat(mailbox.take(distant, Duration.ZERO, true, false)).isInstanceOf(Poll.Nothing.class);
        assertThat(mailbox.answer(distant, lease.id(), ANSWER)).isTrue();
        assertThat(offered.join()).hasValue(ANSWER);
        assertThat(mailbox.answer(distant, lease.id(), ANSWER)).isFalse();
        assertThat(mailbox.lease(distant, lease.id())).isEmpty();
    }

    @Test
    void showsNobodyElseWhatIsForANode() throws InterruptedException {
        CompletableFuture<Optional<byte[]>> offered = offer(distant, post("/a"));
        assertThat(mailbox.take(other, Duration.ZERO, true, true)).isInstanceOf(Poll.Nothing.class);
        PullLease lease = take(distant);
        assertThat(mailbox.lease(other, lease.id())).isEmpty();
        assertThat(mailbox.answer(other, lease.id(), ANSWER)).isFalse();
        assertThat(mailbox.renew(other, lease.id())).isFalse();
        assertThat(mailbox.giveBack(other, lease.id())).isFalse();
        assertThat(mailbox.take(other, Duration.ZERO, true, true)).isInstanceOf(Poll.Nothing.class);
        assertThat(offered).isNotDone();
        assertThat(mailbox.answer(distant, lease.id(), ANSWER)).isTrue();
        assertThat(offered.join()).hasValue(ANSWER);
    }

    @Test
    void refusesAnswersBeforeItWasFetchedAndOfUnknownNames() throws InterruptedException {
        assertThat(mailbox.answer(distant, new UUID(1, 2), ANSWER)).isFalse();
        assertThat(mailbox.giveBack(distant, new UUID(1, 2))).isFalse();
        assertThat(mailbox.take(distant, Duration.ZERO, true, false)).isInstanceOf(Poll.Nothing.class);
    }

    @Test
    void endsTheLeaseOfASilentHolderUnlessItIsRenewed() throws InterruptedException {
        CompletableFuture<Optional<byte[]>> offered = offer(distant, post("/a"));
        PullLease lease = take(distant);
        clock.advance(Duration.ofSeconds(59));
        assertThat(mailbox.renew(distant, lease.id())).isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(mailbox.lease(distant, lease.id())).isPresent();
        clock.advance(Duration.ofSeconds(2));
        assertThat(mailbox.renew(distant, lease.id())).isFalse();
        assertThat(mailbox.answer(distant, lease.id(), ANSWER)).isFalse();
        assertThat(offered.join()).isEmpty();
    }

    @Test
    void takesBackWhatNobodyComesFor() {
        CompletableFuture<Optional<byte[]>> offered = offer(distant, post("/a"));
        // The offer may begin before or after the first step; one of them is beyond its patience.
        clock.advance(PATIENCE.plusSeconds(1));
        while (!offered.isDone()) {
            clock.advance(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        assertThat(offered.join()).isEmpty();
    }

    @Test
    void endsLeasesThatAreGivenBackOrForgottenByARestartedNode() throws InterruptedException {
        CompletableFuture<Optional<byte[]>> first = offer(distant, post("/a"));
        assertThat(mailbox.giveBack(distant, take(distant).id())).isTrue();
        assertThat(first.join()).isEmpty();
        CompletableFuture<Optional<byte[]>> second = offer(distant, post("/b"));
        PullLease lease = take(distant);
        assertThat(mailbox.take(distant, Duration.ZERO, true, true)).isInstanceOf(Poll.Nothing.class);
        assertThat(second.join()).isEmpty();
        assertThat(mailbox.answer(distant, lease.id(), ANSWER)).isFalse();
    }

    @Test
    void bringsANodeThatIsAwayBackWhenItAsksAndNeverSaysThatOfThisNodeOrOfReachableOnes() throws InterruptedException {
        NodeId near = new NodeId("near");
        assertThat(List.of(mailbox.isAway(distant), mailbox.isAway(near), mailbox.isAway(ListedNodes.HERE)))
                .containsExactly(true, false, false);
        assertThat(List.of(mailbox.serves(distant), mailbox.serves(near), mailbox.serves(ListedNodes.HERE)))
                .containsExactly(true, false, false);
        assertThat(mailbox.away()).containsExactlyInAnyOrder(distant, other);
        assertThat(mailbox.take(distant, Duration.ZERO, true, false)).isInstanceOf(Poll.Nothing.class);
        assertThat(mailbox.take(distant, Duration.ZERO, true, false)).isInstanceOf(Poll.Nothing.class);
        assertThat(events).containsExactly(new PullerArrived(distant));
        assertThat(mailbox.isAway(distant)).isFalse();
        assertThat(mailbox.away()).containsExactly(other);
        clock.advance(PullMailbox.RECENT);
        assertThat(mailbox.isAway(distant)).isTrue();
    }

    @Test
    void letsOnlySoManyRequestsOfANodeWait() throws InterruptedException {
        List<CompletableFuture<Poll>> waiting = new ArrayList<>();
        for (int i = 0; i < PullMailbox.MOST_POLLS; i++) {
            CompletableFuture<Poll> poll = new CompletableFuture<>();
            waiting.add(poll);
            Thread.ofVirtual().start(() -> {
                try {
                    poll.complete(mailbox.take(distant, PATIENCE, true, false));
                } catch (InterruptedException e) {
                    poll.completeExceptionally(e);
                }
            });
        }
        while (!(mailbox.take(distant, Duration.ZERO, true, false) instanceof Poll.Crowded)) {
            Thread.onSpinWait();
        }
        assertThat(mailbox.take(other, Duration.ZERO, true, false)).isInstanceOf(Poll.Nothing.class);
        mailbox.close();
        assertThat(waiting).allSatisfy(poll -> assertThat(poll.join()).isInstanceOf(Poll.Nothing.class));
        assertThat(mailbox.offer(distant, post("/late"))).isEmpty();
    }
}
