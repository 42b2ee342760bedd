package vn.lienthong.node.delivery.internal.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.CircuitBreaker;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.platform.InNodeRole;

/** One circuit breaker per node: a dead peer costs one probe now and then, and no worker. */
@InNodeRole
@Component
class PeerGate {

    private final ConcurrentMap<NodeId, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final InstantSource clock;

    PeerGate(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns whether an attempt may go; in the half-open phase to one asker only. */
    boolean pass(NodeId node) {
        AtomicBoolean granted = new AtomicBoolean(true);
        breakers.computeIfPresent(node, (_, breaker) -> {
            CircuitBreaker.Leave leave = breaker.ask(clock.instant());
            granted.set(leave.granted());
            return leave.breaker();
        });
        return granted.get();
    }

    /** Returns until when nobody needs to ask for this node; empty when it may be tried. */
    Optional<Instant> closedUntil(NodeId node) {
        CircuitBreaker breaker = breakers.get(node);
        if (breaker == null || breaker.phase(clock.instant()) != CircuitBreaker.Phase.OPEN) {
            return Optional.empty();
        }
        Instant probe = breaker.probeUntil();
        return Optional.ofNullable(probe == null ? breaker.openUntil() : probe);
    }

    /** The nodes that are not to be tried now. */
    List<NodeId> closed() {
        return breakers.keySet().stream()
                .filter(node -> closedUntil(node).isPresent())
                .toList();
    }

    void answered(NodeId node) {
        breakers.remove(node);
    }

    void failed(NodeId node) {
        breakers.compute(
                node,
                (_, breaker) -> (breaker == null ? CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT) : breaker)
                        .failed(clock.instant()));
    }
}
