package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.delivery.internal.rows.ClaimOwner;
import vn.lienthong.node.platform.InNodeRole;

/** Keeps the sender of evidence going while the node runs. The due-time poll is the safety net; signals do the work. */
@Component
@InNodeRole
class EvidenceLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceLoop.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);

    private final EvidenceSender sender;
    private final EvidenceClaims claims;
    private final EvidenceSignal signal;
    private final ClaimOwner owner;
    private @Nullable Thread thread;
    private volatile boolean running;

    EvidenceLoop(EvidenceSender sender, EvidenceClaims claims, EvidenceSignal signal, ClaimOwner owner) {
        this.sender = sender;
        this.claims = claims;
        this.signal = signal;
        this.owner = owner;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("evidence-loop").start(this::loop);
    }

    private void loop() {
        boolean tookBack = false;
        while (running) {
            try {
                if (!tookBack) {
                    LOG.debug("took back {} claims of evidence", claims.takeBack(owner.id()));
                    tookBack = true;
                }
                sender.round(owner.id());
            } catch (DataAccessException | TransactionException e) {
                // The database is away for the moment; the next round asks again.
                LOG.error("the queue of evidence could not be read", e);
            }
            if (!signal.await(POLL)) {
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
                LOG.warn("the sender of evidence did not end in time");
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
