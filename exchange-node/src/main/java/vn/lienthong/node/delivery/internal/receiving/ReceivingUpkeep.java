package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.platform.InNodeRole;

/** Clears away what was left behind, once an hour. */
@Component
@InNodeRole
class ReceivingUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivingUpkeep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final UploadSweep uploads;
    private @Nullable CountDownLatch ending;

    ReceivingUpkeep(UploadSweep uploads) {
        this.uploads = uploads;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        ending = end;
        var _ = Thread.ofVirtual().name("receiving-upkeep").start(() -> loop(end));
    }

    private void loop(CountDownLatch end) {
        try {
            do {
                sweep();
            } while (!end.await(EVERY.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            LOG.debug("removed {} stale uploads", uploads.sweep());
        } catch (DataAccessException | TransactionException e) {
            // The next round does it.
            LOG.warn("stale uploads could not be removed", e);
        }
    }

    @Override
    public synchronized void stop() {
        CountDownLatch end = ending;
        if (end != null) {
            end.countDown();
        }
        ending = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return ending != null;
    }
}
