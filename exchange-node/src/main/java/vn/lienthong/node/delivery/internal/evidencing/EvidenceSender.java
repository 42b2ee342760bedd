package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.lienthong.node.delivery.internal.receiving.ReceivingCrashPoints;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** Sends the evidence that is due: one request at a time per node, all nodes at once, dead ones left alone for a while. */
@Component
@InNodeRole
class EvidenceSender {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSender.class);
    private static final int PER_ROUND = 2 * EvidenceBatch.MAX_EVIDENCES;

    private final EvidenceClaims claims;
    private final EvidencePost post;
    private final EvidenceSignal signal;
    private final CrashPoints crashPoints;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ConcurrentMap<NodeId, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Set<NodeId> busy = ConcurrentHashMap.newKeySet();

    EvidenceSender(
            EvidenceClaims claims,
            EvidencePost post,
            EvidenceSignal signal,
            CrashPoints crashPoints,
            InstantSource clock,
            java.security.SecureRandom random) {
        this.claims = claims;
        this.post = post;
        this.signal = signal;
        this.crashPoints = crashPoints;
        this.clock = clock;
        this.random = random;
    }

    /** Claims what is due and sends it on threads of its own; returns at once. */
    void round(String owner) {
        Instant now = clock.instant();
        List<Claimed> claimed = claims.claim(owner, now, unreachable(now), PER_ROUND);
        Map<NodeId, List<Claimed>> byNode =
                claimed.stream().collect(Collectors.groupingBy(Claimed::target, HashMap::new, Collectors.toList()));
        byNode.forEach((node, evidence) -> {
            busy.add(node);
            Thread.ofVirtual().name("evidence-" + node).start(() -> sendAll(node, evidence));
        });
    }

    private Set<NodeId> unreachable(Instant now) {
        Set<NodeId> nodes = new HashSet<>(busy);
        breakers.forEach((node, breaker) -> {
            if (breaker.phase(now) == CircuitBreaker.Phase.OPEN) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private void sendAll(NodeId node, List<Claimed> evidence) {
        try {
            for (int from = 0; from < evidence.size(); from += EvidenceBatch.MAX_EVIDENCES) {
                send(node, evidence.subList(from, Math.min(evidence.size(), from + EvidenceBatch.MAX_EVIDENCES)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            // The claims run out by themselves, and sending evidence twice does no harm.
            LOG.atError().addKeyValue("peer", node).setCause(e).log("the queue of evidence could not be written");
        } finally {
            busy.remove(node);
            signal.waiting();
        }
    }

    private void send(NodeId node, List<Claimed> evidence) throws InterruptedException {
        Instant now = clock.instant();
        CircuitBreaker.Leave leave = breaker(node).ask(now);
        breakers.put(node, leave.breaker());
        Optional<List<EvidenceAnswer>> answers = leave.granted()
                ? post.post(node, evidence.stream().map(Claimed::signed).toList())
                : Optional.empty();
        if (answers.isPresent()) {
            crashPoints.reach(ReceivingCrashPoints.EVIDENCE_SENT);
            breakers.put(node, breaker(node).succeeded());
            settle(node, evidence, answers.get());
        } else {
            breakers.put(node, breaker(node).failed(clock.instant()));
            int attempts = evidence.getFirst().attempts() + 1;
            Duration wait = RetryPolicy.URGENT.waitAfter(attempts, random);
            claims.again(evidence, now.plus(wait));
            LOG.atInfo()
                    .addKeyValue("peer", node)
                    .addKeyValue("evidence", evidence.size())
                    .addKeyValue("attempts", attempts)
                    .log("evidence could not be sent; next attempt in {}", wait);
        }
    }

    private void settle(NodeId node, List<Claimed> evidence, List<EvidenceAnswer> answers) {
        Map<EvidenceId, EvidenceAnswer> byId = new HashMap<>();
        answers.forEach(answer -> byId.put(answer.id(), answer));
        List<Claimed> done = new ArrayList<>();
        List<Claimed> unanswered = new ArrayList<>();
        for (Claimed one : evidence) {
            EvidenceAnswer answer = byId.get(one.id());
            (answer == null ? unanswered : done).add(one);
            if (answer instanceof EvidenceAnswer.Refused refused) {
                LOG.atError()
                        .addKeyValue("peer", node)
                        .addKeyValue("evidence", one.id())
                        .addKeyValue("code", refused.code().code())
                        .log("the other node refuses evidence; it is not sent again");
            }
        }
        claims.done(done);
        claims.again(unanswered, clock.instant().plus(RetryPolicy.ORDINARY.cap()));
    }

    private CircuitBreaker breaker(NodeId node) {
        return breakers.getOrDefault(node, CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT));
    }
}
