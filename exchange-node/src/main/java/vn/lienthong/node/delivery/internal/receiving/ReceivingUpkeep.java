package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
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
    private @Nullable Thread thread;

    ReceivingUpkeep(UploadSweep uploads) {
        this.uploads = uploads;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("receiving-upkeep").start(this::loop);
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweep();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException ending) {
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
        Thread ending = thread;
        if (ending != null) {
            ending.interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
