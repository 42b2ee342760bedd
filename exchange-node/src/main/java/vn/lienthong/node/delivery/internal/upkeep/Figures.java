package vn.lienthong.node.delivery.internal.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.DeliveryFigures;
import vn.lienthong.node.delivery.PeerTraffic;
import vn.lienthong.node.delivery.QueueFigures;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadStore;

/** Gathers the figures from whoever counts. */
@Component
@InNodeRole
class Figures implements DeliveryFigures {

    private final Watchdog watchdog;
    private final WireCounters counters;
    private final PayloadStore store;

    Figures(Watchdog watchdog, WireCounters counters, PayloadStore store) {
        this.watchdog = watchdog;
        this.counters = counters;
        this.store = store;
    }

    @Override
    public Optional<QueueFigures> queue() {
        return watchdog.queue();
    }

    @Override
    public Repairs repairs() {
        return watchdog.repairs();
    }

    @Override
    public Instant since() {
        return counters.since();
    }

    @Override
    public List<PeerTraffic> traffic() {
        return counters.traffic();
    }

    @Override
    public long strangers() {
        return counters.strangers();
    }

    @Override
    public long refusedReceipts() {
        return counters.refusedReceipts();
    }

    @Override
    public long storedOctets() {
        return store.usedBytes();
    }
}
