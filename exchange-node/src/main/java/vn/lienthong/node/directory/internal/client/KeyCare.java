package vn.lienthong.node.directory.internal.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.directory.DirectoryView;

/** Runs the care of keys: after each change of the directory, each hour, and soon again when something failed. */
final class KeyCare implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCare.class);
    private static final Duration REGULAR = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final AgencyKeyKeeper agencies;
    private final NodeCertificateKeeper certificates;
    private final LogAnnouncement logs;
    private final OwnReach reach;
    private final Consumer<AgencyId> served;
    private final Semaphore occasion = new Semaphore(0);
    private volatile boolean stopping;
    private volatile Optional<Thread> thread = Optional.empty();

    KeyCare(
            DirectoryView directory,
            AgencyKeyKeeper agencies,
            NodeCertificateKeeper certificates,
            LogAnnouncement logs,
            OwnReach reach,
            Consumer<AgencyId> served) {
        this.agencies = agencies;
        this.certificates = certificates;
        this.logs = logs;
        this.reach = reach;
        this.served = served;
        directory.onChange(occasion::release);
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofVirtual().name("key-care").start(this::care));
    }

    /** Lets a round that is under way come to its end, so that no key is left half way without need. */
    @Override
    public void stop() {
        stopping = true;
        occasion.release();
        thread.ifPresent(KeyCare::end);
    }

    private static void end(Thread running) {
        try {
            if (!running.join(END_LIMIT)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.filter(Thread::isAlive).isPresent();
    }

    private void care() {
        try {
            while (!stopping) {
                Duration patience = round() ? REGULAR : AGAIN;
                if (occasion.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    occasion.acquire(occasion.availablePermits());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round() throws InterruptedException {
        try {
            boolean renewed = certificates.round(reach);
            boolean listed = logs.round();
            return agencies.round(served) && renewed && listed;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the care of keys waits for the database", e);
            return false;
        }
    }
}
