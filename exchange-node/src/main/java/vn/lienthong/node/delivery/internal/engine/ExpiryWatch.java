package vn.lienthong.node.delivery.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.platform.InNodeRole;

/** Gives up, with evidence, what could not be delivered in time. */
@InNodeRole
@Component
class ExpiryWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    private final ShipmentClaims claims;
    private final ShipmentCompletion completion;
    private final InstantSource clock;
    private final AtomicReference<CountDownLatch> stopping = new AtomicReference<>(new CountDownLatch(0));
    private volatile Thread watcher = Thread.ofVirtual().unstarted(() -> {});

    ExpiryWatch(ShipmentClaims claims, ShipmentCompletion completion, InstantSource clock) {
        this.claims = claims;
        this.completion = completion;
        this.clock = clock;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopping.set(end);
        watcher = Thread.ofVirtual().name("expiry-watch").start(() -> run(end));
    }

    @Override
    public void stop() {
        // Not interrupted at first: that would break a statement that is under way.
        stopping.get().countDown();
        try {
            if (!watcher.join(END)) {
                watcher.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.get().getCount() > 0;
    }

    private void run(CountDownLatch end) {
        try {
            do {
                look();
            } while (!end.await(ROUND.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            int expired = round();
            LOG.debug("Expired {} shipments", expired);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Cannot look for expired shipments now: {}", e.getClass().getSimpleName());
        }
    }

    /** Expires everything whose time is over; returns how many shipments that were. */
    int round() {
        Instant now = clock.instant();
        int expired = 0;
        List<ClaimedShipment> late = claims.claimExpired(now, BATCH);
        while (!late.isEmpty()) {
            expire(late);
            expired += late.size();
            late = claims.claimExpired(now, BATCH);
        }
        return expired;
    }

    private void expire(List<ClaimedShipment> late) {
        try {
            for (ClaimedShipment shipment : late) {
                completion.expire(shipment);
                LOG.warn("Parcel {} could not be brought to {} in time", shipment.parcelId(), shipment.target());
            }
        } finally {
            claims.letGo(late);
        }
    }
}
