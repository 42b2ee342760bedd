package vn.lienthong.node.delivery.internal.upkeep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.DeliveryFigures;
import vn.lienthong.node.delivery.QueueFigures;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Puts right what is stuck, and says so: claims that nobody holds, pauses that no retry asks for, deliveries without a shipment.
 * None of it happens while all is well; each time it does, an operator should learn of it.
 */
@Component
@InNodeRole
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final String PARCELS = "shipment";
    private static final String EVIDENCE = "evidence_shipment";

    private final StuckRows rows;
    private final InstantSource clock;
    private final AtomicLong repaired = new AtomicLong();
    private volatile Optional<Instant> lastAt = Optional.empty();
    private volatile Optional<QueueFigures> queue = Optional.empty();

    Watchdog(StuckRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Looks once; returns how many rows were put right. */
    int round() {
        Instant now = clock.instant();
        int repairs = report("shipments that were claimed and left", rows.freeClaims(PARCELS, now));
        repairs += report("shipments that waited for a far time", rows.shortenPauses(PARCELS, now));
        repairs += report("deliveries that had no shipment", rows.reship(now));
        repairs += report("evidence that was claimed and left", rows.freeClaims(EVIDENCE, now));
        repairs += report("evidence that waited for a far time", rows.shortenPauses(EVIDENCE, now));
        if (repairs > 0) {
            repaired.addAndGet(repairs);
            lastAt = Optional.of(now);
        }
        queue = Optional.of(rows.count(now));
        return repairs;
    }

    private static int report(String what, int count) {
        if (count > 0) {
            LOG.atWarn().addKeyValue("count", count).log("The watchdog put right {} {}", count, what);
        }
        return count;
    }

    /** What was put right since this process started. */
    DeliveryFigures.Repairs repairs() {
        return new DeliveryFigures.Repairs(repaired.get(), lastAt);
    }

    /** What was on its way at the last round. */
    Optional<QueueFigures> queue() {
        return queue;
    }
}
