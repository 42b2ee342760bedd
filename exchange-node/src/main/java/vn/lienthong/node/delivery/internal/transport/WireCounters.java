package vn.lienthong.node.delivery.internal.transport;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/** Counts what this process has sent to and taken from other nodes since it started. */
@InNodeRole
@Component
public class WireCounters {

    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    /** Counts octets of request bodies sent. */
    public void sent(long octets) {
        sent.add(octets);
    }

    /** Counts octets of request bodies received. */
    public void received(long octets) {
        received.add(octets);
    }

    /** Returns the octets sent so far. */
    public long sent() {
        return sent.sum();
    }

    /** Returns the octets received so far. */
    public long received() {
        return received.sum();
    }
}
