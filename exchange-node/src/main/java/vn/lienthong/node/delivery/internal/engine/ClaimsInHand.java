package vn.lienthong.node.delivery.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;

/**
 * Which claims somebody in this process is working on. A claim in the table that is not in here was lost: the database committed
 * it and could not say so, or took no note of what came of it.
 *
 * <p>Guarantees: as long as {@link #whileNobodyTakes} runs, no claim is between the table and this list.
 */
final class ClaimsInHand {

    /**
     * What a claim is about.
     *
     * @param parcelId the parcel
     * @param target where it goes
     */
    record Name(UUID parcelId, NodeId target) {

        static List<Name> of(List<ClaimedShipment> shipments) {
            return shipments.stream()
                    .map(shipment -> new Name(shipment.parcelId().value(), shipment.target()))
                    .toList();
        }
    }

    private final ReentrantReadWriteLock taking = new ReentrantReadWriteLock(true);

    /** How often each is held: who postpones a shipment may see it claimed again before it lets go. */
    private final Map<Name, Integer> held = new HashMap<>();

    /**
     * Claims, and holds what was claimed.
     *
     * @param claim takes claims in a transaction of its own
     * @param claimed what of its result was claimed
     */
    <T> T take(Supplier<T> claim, Function<T, List<Name>> claimed) {
        Lock shared = taking.readLock();
        shared.lock();
        try {
            T result = claim.get();
            synchronized (held) {
                claimed.apply(result).forEach(name -> held.merge(name, 1, Integer::sum));
            }
            return result;
        } finally {
            shared.unlock();
        }
    }

    /** Nobody here works on them any more, whatever came of it. */
    void letGo(List<Name> names) {
        synchronized (held) {
            for (Name name : names) {
                held.computeIfPresent(name, (_, times) -> times == 1 ? null : times - 1);
            }
        }
    }

    /** Does something with what is held while nobody takes a claim. */
    <T> T whileNobodyTakes(Function<Set<Name>, T> action) {
        Lock alone = taking.writeLock();
        alone.lock();
        try {
            Set<Name> now;
            synchronized (held) {
                now = Set.copyOf(held.keySet());
            }
            return action.apply(now);
        } finally {
            alone.unlock();
        }
    }
}
