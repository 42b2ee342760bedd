package vn.lienthong.node.delivery.internal.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.PeerTraffic;
import vn.lienthong.node.keys.UnlistedPeer;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Counts what this process has sent to and taken from other nodes since it started: octets of request bodies, refusals, requests
 * put off. Bounded: beyond so many peers the rest is counted together.
 */
@InNodeRole
@Component
public class WireCounters {

    /** Far more nodes than a directory lists; a bound all the same. */
    static final int MOST_PEERS = 4096;

    private static final NodeId REST = new NodeId("others");

    private final Instant since;
    private final ConcurrentMap<NodeId, Count> peers = new ConcurrentHashMap<>();
    private final LongAdder strangers = new LongAdder();
    private final LongAdder receipts = new LongAdder();

    /** Counts from now on. */
    public WireCounters(InstantSource clock) {
        this.since = clock.instant();
    }

    private static final class Count {
        private final LongAdder sent = new LongAdder();
        private final LongAdder received = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder putOff = new LongAdder();
    }

    private Count of(NodeId peer) {
        Count known = peers.get(peer);
        if (known != null) {
            return known;
        }
        return peers.computeIfAbsent(peers.size() < MOST_PEERS ? peer : REST, _ -> new Count());
    }

    /** Counts octets of a request body sent. */
    public void sent(NodeId peer, long octets) {
        of(peer).sent.add(octets);
    }

    /** Counts the octets of a request body while it is read. */
    public InputStream counting(NodeId peer, InputStream body) {
        return new Counting(body, of(peer).received);
    }

    /** Counts a parcel of that peer which was refused for good. */
    public void refused(NodeId peer) {
        of(peer).refused.increment();
    }

    /** Counts a receipt that proved nothing. */
    public void receiptRefused() {
        receipts.increment();
    }

    /** Returns how many receipts of others proved nothing. */
    public long refusedReceipts() {
        return receipts.sum();
    }

    /** Counts a request that was put off because the peer, or everybody together, had used up the share. */
    public void putOff(NodeId peer) {
        of(peer).putOff.increment();
    }

    /** Counts a request of somebody whom the directory does not list. */
    public void stranger() {
        strangers.increment();
    }

    /** Counts somebody who was turned away before any door. */
    @EventListener
    void turnedAway(UnlistedPeer peer) {
        stranger();
    }

    /** Returns since when it counts. */
    public Instant since() {
        return since;
    }

    /** Returns the octets sent so far. */
    public long sent() {
        return sum(count -> count.sent.sum());
    }

    /** Returns the octets received so far. */
    public long received() {
        return sum(count -> count.received.sum());
    }

    /** Returns how many requests came from strangers. */
    public long strangers() {
        return strangers.sum();
    }

    private long sum(ToLongFunction<Count> part) {
        return peers.values().stream().mapToLong(part).sum();
    }

    /** Returns the figures of each peer, those with the most octets first. */
    public List<PeerTraffic> traffic() {
        return peers.entrySet().stream()
                .map(entry -> traffic(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(
                                (PeerTraffic traffic) -> traffic.sentOctets() + traffic.receivedOctets())
                        .reversed())
                .toList();
    }

    private static PeerTraffic traffic(NodeId peer, Count count) {
        return new PeerTraffic(peer, count.sent.sum(), count.received.sum(), count.refused.sum(), count.putOff.sum());
    }

    private static final class Counting extends FilterInputStream {

        private final LongAdder octets;

        private Counting(InputStream body, LongAdder octets) {
            super(body);
            this.octets = octets;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            octets.add(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            octets.add(Math.max(0, count));
            return count;
        }
    }
}
