package vn.lienthong.node.outgoing.internal.sending;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lienthong.node.platform.InNodeRole;

/** Looks for documents whose moment has come: every second, and at once when an order was written. */
@InNodeRole
@Component
class ReleaseLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Release release;
    private final Semaphore wakening = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    ReleaseLoop(Release release) {
        this.release = release;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outgoing-release").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void ordered(Issuing.Ordered order) {
        LOG.debug("outgoing document {} was issued", order.document());
        wakening.release();
    }

    private void run() {
        while (running) {
            try {
                boolean _ = wakening.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                int _ = wakening.drainPermits();
                boolean more = release.run();
                while (more && running) {
                    more = release.run();
                }
            } catch (InterruptedException stopped) {
                running = false;
                Thread.currentThread().interrupt();
            } catch (DataAccessException | TransactionException away) {
                LOG.warn(
                        "issued documents wait for the database: {}",
                        away.getClass().getSimpleName());
            }
        }
    }
}
