package vn.lienthong.node.statement.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.platform.InNodeRole;

/** States what is owed while the node runs. The poll is the safety net; signals do the work. */
@Component
@InNodeRole
class OwedLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwedLoop.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(5);

    private final OwedStatements owed;
    private final OwedSignal signal;
    private @Nullable Thread thread;
    private volatile boolean running;

    OwedLoop(OwedStatements owed, OwedSignal signal) {
        this.owed = owed;
        this.signal = signal;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("owed-statements").start(this::loop);
    }

    private void loop() {
        boolean more = false;
        while (running) {
            try {
                more = owed.round() == OwedStatements.PER_ROUND;
            } catch (DataAccessException | TransactionException e) {
                // The database is away for the moment; the next round asks again.
                LOG.error("what is owed could not be stated", e);
                more = false;
            }
            if (!more && !signal.await(POLL)) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        // Not interrupted at first: that would break a statement that is under way.
        signal.waiting();
        try {
            if (!ending.join(END)) {
                LOG.warn("who states what is owed did not end in time");
                ending.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
