package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.lienthong.core.party.NodeId;

/** How many refusals of one peer are written down: two hundred at once, then one every ten seconds. */
final class RefusalQuota {

    private static final int BURST = 200;
    private static final Duration REFILL = Duration.ofSeconds(10);

    private final ConcurrentMap<NodeId, Share> shares = new ConcurrentHashMap<>();

    private record Share(int left, Instant refilledAt, boolean granted) {

        private Share at(Instant now) {
            long refills = Math.max(0, Duration.between(refilledAt, now).dividedBy(REFILL));
            int filled = (int) Math.min(BURST, left + refills);
            Instant since = refills == 0 ? refilledAt : refilledAt.plus(REFILL.multipliedBy(refills));
            return new Share(Math.max(0, filled - 1), since, filled > 0);
        }
    }

    /** Takes one from the peer's share; false when it is used up. */
    boolean take(NodeId peer, Instant now) {
        return shares.compute(peer, (_, share) -> (share == null ? new Share(BURST, now, true) : share).at(now))
                .granted();
    }
}
