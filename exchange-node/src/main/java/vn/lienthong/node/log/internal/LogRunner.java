package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.Standstill;

/**
 * Sequences, publishes and signs one log, on one thread. After silence the first entry goes at once; under load what comes
 * within a tenth of a second goes together.
 */
final class LogRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LogRunner.class);

    /** The safety net; signals normally come first. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration WHILE_STANDING = Duration.ofSeconds(5);

    private final Parts parts;
    private final Pauses pauses;
    private final Wakening wakening = new Wakening();
    private final AtomicReference<@Nullable Standstill> standstill = new AtomicReference<>();
    private volatile boolean running;
    private volatile boolean confirmed;
    private volatile long begun;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private @Nullable Publication publication;

    LogRunner(Parts parts, Pauses pauses) {
        this.parts = parts;
        this.pauses = pauses;
    }

    /**
     * How long it waits.
     *
     * @param gathering between two batches
     * @param patience after a start, before it says that no witness answers
     */
    record Pauses(Duration gathering, Duration patience) {}

    /**
     * What a runner works with.
     *
     * @param log which log
     * @param heads the committed heads
     * @param sequencing gives places
     * @param publishing opens the publication at the committed head
     * @param confirmation asked once after the start
     * @param published told of every new checkpoint
     * @param stood told when the log stops, with the reason, and when it goes on, with null
     */
    record Parts(
            LogName log,
            HeadRows heads,
            Sequencing sequencing,
            Publishing publishing,
            Confirmation confirmation,
            Consumer<SignedNote> published,
            Consumer<@Nullable Standstill> stood) {}

    /** Opens the publication. */
    interface Publishing {

        /** Goes on where the disk ends; see {@link Publication#resume}. */
        Publication resume(HeadRows.Head committed) throws IOException;
    }

    void start() {
        running = true;
        begun = System.nanoTime();
        begin();
    }

    private void begin() {
        thread = Thread.ofVirtual()
                .name("log-" + parts.log().word())
                .uncaughtExceptionHandler((_, defect) -> goOnAfter(defect))
                .start(this::run);
    }

    /** A defect ends the thread but not the log: everything is still in the table, and the next thread begins from there. */
    private void goOnAfter(Throwable defect) {
        LOG.error("a defect stopped the log {}; it begins anew", parts.log().word(), defect);
        publication = null;
        confirmed = false;
        stand(new Standstill(
                ErrorCode.INTERNAL, "a defect: " + defect.getClass().getSimpleName()));
        if (running) {
            wakening.forget();
            begin();
        }
    }

    void stop() throws InterruptedException {
        running = false;
        wakening.signal();
        if (!thread.join(Duration.ofSeconds(5))) {
            LOG.warn("the log {} was still busy at the end", parts.log().word());
        }
    }

    /** Entries wait. */
    void wake() {
        wakening.signal();
    }

    Optional<Standstill> standstill() {
        return Optional.ofNullable(standstill.get());
    }

    /** A witness may know more than this log: nothing more is signed until that is cleared up. */
    void doubt() {
        confirmed = false;
        wakening.signal();
    }

    private void run() {
        while (running) {
            try {
                if (standstill()
                        .filter(reason -> reason.code() == ErrorCode.INTERNAL)
                        .isPresent()) {
                    wakening.await(WHILE_STANDING);
                }
                Duration pause = step();
                wakening.await(pause);
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does what there is to do; returns how long nothing need be done unless a signal comes. */
    private Duration step() throws InterruptedException {
        try {
            if (confirmed()) {
                return work();
            }
            return isStarting() ? AFTER_FAULT : WHILE_STANDING;
        } catch (DataAccessException | TransactionException e) {
            // The database is away or busy: nothing is lost, everything waits in its table.
            LOG.warn("Cannot sequence now, trying again: {}", e.getClass().getSimpleName());
            publication = null;
            return AFTER_FAULT;
        } catch (IOException e) {
            publication = null;
            stand(new Standstill(ErrorCode.LOG_STORAGE_FAILED, "cannot write below the log's directory: " + e));
            return WHILE_STANDING;
        } catch (DamagedLogException e) {
            publication = null;
            confirmed = false;
            stand(e.standstill());
            return WHILE_STANDING;
        }
    }

    private boolean confirmed() throws IOException {
        if (confirmed) {
            return true;
        }
        HeadRows.Head head = parts.heads().find(parts.log()).orElseThrow();
        Publication open = parts.publishing().resume(head);
        publication = open;
        Standstill reason = parts.confirmation().ask(head);
        boolean early = reason != null && reason.code() == ErrorCode.LOG_UNCONFIRMED && isStarting();
        if (!early) {
            stand(reason);
        }
        if (reason != null) {
            return false;
        }
        confirmed = true;
        open.last().ifPresent(parts.published());
        return true;
    }

    /** Whether the other nodes may still be starting as well, as after a loss of power. */
    private boolean isStarting() {
        return System.nanoTime() - begun < pauses.patience().toNanos();
    }

    private Duration work() throws IOException, InterruptedException {
        long at = System.nanoTime();
        Optional<Sequencing.Batch> batch = parts.sequencing().next();
        if (batch.isEmpty()) {
            return AFTER_FAULT;
        }
        boolean grown = publish(batch.get());
        if (standstill.get() != null) {
            stand(null);
        }
        if (batch.get().more()) {
            return Duration.ZERO;
        }
        if (grown) {
            gather(at);
        }
        return LOOK_AGAIN;
    }

    private boolean publish(Sequencing.Batch batch) throws IOException {
        Publication open = publication;
        if (open == null) {
            open = parts.publishing().resume(parts.heads().find(parts.log()).orElseThrow());
            publication = open;
        }
        if (open.size() == batch.head().size()) {
            return false;
        }
        SignedNote note = open.publish(batch.head(), batch.entries());
        parts.published().accept(note);
        return true;
    }

    /** Lets a tenth of a second pass between two batches; what comes meanwhile is found by the next one. */
    private void gather(long at) throws InterruptedException {
        Duration left = pauses.gathering().minusNanos(System.nanoTime() - at);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private void stand(@Nullable Standstill reason) {
        Standstill before = standstill.getAndSet(reason);
        if (!Objects.equals(before, reason)) {
            if (reason != null) {
                LOG.error("the log {} signs no further head: {}", parts.log().word(), reason);
            }
            parts.stood().accept(reason);
        }
    }
}
