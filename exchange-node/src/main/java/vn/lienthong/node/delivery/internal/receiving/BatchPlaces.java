package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.platform.InNodeRole;

/**
 * How many batches are held in memory at once: what the heap bears, and never all of them for one peer. A batch that finds no
 * place waits a moment, then its sender is sent away for a moment.
 */
@Component
@InNodeRole
class BatchPlaces {

    /** Octets of payload that one batch may hold at a time. */
    static final int OCTETS = 8 << 20;

    private static final long HEAP_PER_PLACE = 64L << 20;
    private static final int MAX_PLACES = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore places;
    private final int perPeer;
    private final ConcurrentMap<NodeId, Semaphore> ofPeers = new ConcurrentHashMap<>();

    BatchPlaces() {
        int count = Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_PLACE, 2, MAX_PLACES);
        this.places = new Semaphore(count, true);
        this.perPeer = Math.max(1, count - 1);
    }

    /** What came of asking for a place. */
    sealed interface Answer {

        /** A place until it is closed. */
        record Granted(Place place) implements Answer {}

        /** The peer itself has taken all that one peer may have. */
        record PeerBusy() implements Answer {}

        /** Nobody gets one just now. */
        record AllBusy() implements Answer {}
    }

    /** A place in memory. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Answer take(NodeId peer) {
        Semaphore ofPeer = ofPeers.computeIfAbsent(peer, _ -> new Semaphore(perPeer, true));
        if (!acquire(ofPeer)) {
            return new Answer.PeerBusy();
        }
        if (!acquire(places)) {
            ofPeer.release();
            return new Answer.AllBusy();
        }
        return new Answer.Granted(() -> {
            places.release();
            ofPeer.release();
        });
    }

    private static boolean acquire(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
