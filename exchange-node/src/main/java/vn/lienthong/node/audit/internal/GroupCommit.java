package vn.lienthong.node.audit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import vn.lienthong.node.audit.RecordingFailedException;

/**
 * Lets many callers share one transaction and one flush of the disk: each waits until its own event is committed.
 *
 * <p>Guarantees: an event is committed when {@link #commit} returns. When it throws, the event may be recorded nevertheless if only
 * the answer of the database was lost; what it describes must then not happen.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WAITING = 20_000;
    private static final int BATCH = 256;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(WAITING);
    private final Consumer<List<PreparedEvent>> store;
    private final Duration patience;
    private final Thread worker;
    private volatile boolean closed;

    private record Waiting(PreparedEvent event, CompletableFuture<PreparedEvent> done) {}

    GroupCommit(Consumer<List<PreparedEvent>> store, Duration patience) {
        this.store = store;
        this.patience = patience;
        this.worker = Thread.ofPlatform().name("audit-commit").daemon().unstarted(this::work);
    }

    GroupCommit start() {
        worker.start();
        return this;
    }

    void commit(PreparedEvent event) {
        commit(event, patience);
    }

    /** As the other, for somebody who does not want to wait as long. */
    void commit(PreparedEvent event, Duration wait) {
        Waiting waiting = new Waiting(event, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new RecordingFailedException("too many events wait to be recorded", new IllegalStateException());
        }
        try {
            PreparedEvent done = waiting.done().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("recorded {}", done.id());
        } catch (ExecutionException e) {
            throw new RecordingFailedException(
                    "the event could not be recorded", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new RecordingFailedException("the event could not be recorded in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordingFailedException("interrupted while recording", e);
        }
    }

    private void work() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            take(batch);
            if (!batch.isEmpty()) {
                store(batch);
                batch.clear();
            }
        }
    }

    private void take(List<Waiting> batch) {
        try {
            Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                int more = queue.drainTo(batch, BATCH - 1);
                LOG.trace("{} more events in the batch", more);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void store(List<Waiting> batch) {
        List<PreparedEvent> events = batch.stream().map(Waiting::event).toList();
        try {
            storeAgain(events);
            batch.forEach(waiting -> waiting.done().complete(waiting.event()));
        } catch (RuntimeException failed) {
            // Whatever it was, each caller learns of it and does not go on.
            batch.forEach(waiting -> waiting.done().completeExceptionally(failed));
        }
    }

    private void storeAgain(List<PreparedEvent> events) {
        try {
            store.accept(events);
        } catch (PessimisticLockingFailureException brokenOff) {
            // The database has undone everything for the sake of another transaction: once more.
            store.accept(events);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            worker.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
