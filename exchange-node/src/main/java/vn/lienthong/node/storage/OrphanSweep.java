package vn.lienthong.node.storage;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes payloads that the database does not know: left by a process that was killed between the file and the commit.
 *
 * <p>Guarantees: what is younger than the grace time or known to anybody stays; when nobody is there to be asked, all stays.
 */
public final class OrphanSweep {

    private static final int BATCH = 500;

    private final PayloadStore store;
    private final List<ReferencedPayloads> references;
    private final InstantSource clock;
    private final Duration grace;

    /** Sweeps this store; {@code grace} must be longer than any transaction. */
    public OrphanSweep(PayloadStore store, List<ReferencedPayloads> references, InstantSource clock, Duration grace) {
        this.store = store;
        this.references = List.copyOf(references);
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * Sweeps once.
     *
     * @return how many payloads were removed
     * @throws IOException if the store fails
     */
    public int sweep() throws IOException {
        if (references.isEmpty()) {
            return 0;
        }
        int removed = 0;
        Instant limit = clock.instant().minus(grace);
        try (Stream<PayloadId> old = store.writtenBefore(limit)) {
            Iterator<PayloadId> candidates = old.iterator();
            while (candidates.hasNext()) {
                removed += remove(nextBatch(candidates), limit);
            }
        }
        return removed;
    }

    /**
     * Removes those of these payloads that the database does not know any more, however young they are. The caller knows that
     * nobody is about to refer to them.
     *
     * @return how many were removed
     * @throws IOException if the store fails
     */
    public int removeUnknown(List<PayloadId> released) throws IOException {
        return references.isEmpty() ? 0 : remove(released, Instant.MAX);
    }

    private static List<PayloadId> nextBatch(Iterator<PayloadId> candidates) {
        List<PayloadId> batch = new ArrayList<>(BATCH);
        while (candidates.hasNext() && batch.size() < BATCH) {
            batch.add(candidates.next());
        }
        return batch;
    }

    /** One that was written anew since it was listed is younger than the limit, and stays. */
    private int remove(List<PayloadId> batch, Instant limit) throws IOException {
        List<PayloadId> unknown = new ArrayList<>(batch);
        references.forEach(known -> unknown.removeAll(known.among(List.copyOf(unknown))));
        int removed = 0;
        for (PayloadId orphan : unknown) {
            removed += store.deleteWrittenBefore(orphan, limit) ? 1 : 0;
        }
        return removed;
    }
}
