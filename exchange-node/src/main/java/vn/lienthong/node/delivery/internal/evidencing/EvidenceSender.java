package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.delivery.CircuitBreaker;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.RetryPolicy;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.EvidenceBatch;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;
import vn.lienthong.node.delivery.internal.receiving.ReceivingCrashPoints;
import vn.lienthong.node.delivery.internal.transport.PullMailbox;
import vn.lienthong.node.delivery.internal.transport.PullMailbox.PullerArrived;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Sends the evidence and the receipts that are due: of each one request at a time per node, all nodes at once, dead ones left
 * alone for a while.
 */
@Component
@InNodeRole
class EvidenceSender {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSender.class);
    private static final int PER_ROUND = 2 * EvidenceBatch.MAX_EVIDENCES;

    private final EvidenceClaims claims;
    private final List<Courier> couriers;
    private final PullMailbox mailbox;
    private final EvidenceSignal signal;
    private final CrashPoints crashPoints;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ConcurrentMap<NodeId, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Set<Busy> busy = ConcurrentHashMap.newKeySet();

    /** A request of that stage to that node is on its way. */
    private record Busy(Stage stage, NodeId node) {}

    EvidenceSender(
            EvidenceClaims claims,
            List<Courier> couriers,
            PullMailbox mailbox,
            EvidenceSignal signal,
            CrashPoints crashPoints,
            InstantSource clock,
            java.security.SecureRandom random) {
        this.claims = claims;
        this.couriers = List.copyOf(couriers);
        this.mailbox = mailbox;
        this.signal = signal;
        this.crashPoints = crashPoints;
        this.clock = clock;
        this.random = random;
    }

    /** Claims what is due and sends it on threads of its own; returns at once. */
    void round(String owner) {
        couriers.forEach(courier -> round(courier, owner));
    }

    private void round(Courier courier, String owner) {
        Instant now = clock.instant();
        Set<NodeId> except = unreachable(courier.stage(), now);
        List<Claimed> claimed = claims.claim(courier.stage(), owner, now, except, PER_ROUND);
        Map<NodeId, List<Claimed>> byNode =
                claimed.stream().collect(Collectors.groupingBy(Claimed::target, HashMap::new, Collectors.toList()));
        byNode.forEach((node, evidence) -> {
            busy.add(new Busy(courier.stage(), node));
            Thread.ofVirtual().name("evidence-" + node).start(() -> sendAll(courier, node, evidence));
        });
    }

    /** A node that fetches what is for it has come. */
    @EventListener
    void arrived(PullerArrived news) {
        breakers.remove(news.node());
        signal.waiting();
    }

    private Set<NodeId> unreachable(Stage stage, Instant now) {
        Set<NodeId> nodes = mailbox.away();
        busy.stream().filter(one -> one.stage() == stage).forEach(one -> nodes.add(one.node()));
        breakers.forEach((node, breaker) -> {
            if (breaker.phase(now) == CircuitBreaker.Phase.OPEN) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private void sendAll(Courier courier, NodeId node, List<Claimed> evidence) {
        try {
            for (int from = 0; from < evidence.size(); from += EvidenceBatch.MAX_EVIDENCES) {
                int to = Math.min(evidence.size(), from + EvidenceBatch.MAX_EVIDENCES);
                send(courier, node, evidence.subList(from, to));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            // The claims run out by themselves, and sending evidence twice does no harm.
            LOG.atError().addKeyValue("peer", node).setCause(e).log("the queue of evidence could not be written");
        } finally {
            busy.remove(new Busy(courier.stage(), node));
            signal.waiting();
        }
    }

    private void send(Courier courier, NodeId node, List<Claimed> evidence) throws InterruptedException {
        Instant now = clock.instant();
        CircuitBreaker.Leave leave = breaker(node).ask(now);
        breakers.put(node, leave.breaker());
        Optional<List<EvidenceAnswer>> answers = leave.granted() ? courier.post(node, evidence) : Optional.empty();
        if (answers.isPresent()) {
            crashPoints.reach(ReceivingCrashPoints.EVIDENCE_SENT);
            breakers.put(node, breaker(node).succeeded());
            settle(courier, node, evidence, answers.get());
        } else {
            breakers.put(node, breaker(node).failed(clock.instant()));
            int attempts = evidence.getFirst().attempts() + 1;
            Duration wait = RetryPolicy.URGENT.waitAfter(attempts, random);
            claims.again(courier.stage(), evidence, now.plus(wait));
            LOG.atInfo()
                    .addKeyValue("peer", node)
                    .addKeyValue("evidence", evidence.size())
                    .addKeyValue("attempts", attempts)
                    .log("{} could not be sent; next attempt in {}", courier.stage(), wait);
        }
    }

    private void settle(Courier courier, NodeId node, List<Claimed> evidence, List<EvidenceAnswer> answers) {
        Map<EvidenceId, EvidenceAnswer> byId = new HashMap<>();
        answers.forEach(answer -> byId.put(answer.id(), answer));
        List<Claimed> done = new ArrayList<>();
        List<Claimed> over = new ArrayList<>();
        List<Claimed> unanswered = new ArrayList<>();
        for (Claimed one : evidence) {
            EvidenceAnswer answer = byId.get(one.id());
            if (answer == null || !courier.isFinal(answer, one.attempts())) {
                unanswered.add(one);
            } else if (answer instanceof EvidenceAnswer.Refused refused) {
                over.add(one);
                LOG.atError()
                        .addKeyValue("peer", node)
                        .addKeyValue("evidence", one.id())
                        .addKeyValue("code", refused.code().code())
                        .log("the other node refuses {}; it is not sent again", courier.stage());
            } else {
                done.add(one);
            }
        }
        Instant now = clock.instant();
        claims.done(courier.stage(), done, now);
        claims.over(courier.stage(), over);
        unanswered.stream()
                .collect(Collectors.groupingBy(Claimed::attempts))
                .forEach((attempts, claimed) ->
                        claims.again(courier.stage(), claimed, now.plus(courier.pauseAfter(attempts))));
    }

    private CircuitBreaker breaker(NodeId node) {
        return breakers.getOrDefault(node, CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT));
    }
}
