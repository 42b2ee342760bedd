package vn.lienthong.node.storage;

import java.io.IOException;
import java.time.Duration;
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
        try (Stream<PayloadId> old = store.writtenBefore(clock.instant().minus(grace))) {
            Iterator<PayloadId> candidates = old.iterator();
            while (candidates.hasNext()) {
                removed += sweep(nextBatch(candidates));
            }
        }
        return removed;
    }

    private static List<PayloadId> nextBatch(Iterator<PayloadId> candidates) {
        List<PayloadId> batch = new ArrayList<>(BATCH);
        while (candidates.hasNext() && batch.size() < BATCH) {
            batch.add(candidates.next());
        }
        return batch;
    }

    private int sweep(List<PayloadId> batch) throws IOException {
        List<PayloadId> unknown = new ArrayList<>(batch);
        references.forEach(known -> unknown.removeAll(known.among(List.copyOf(unknown))));
        int removed = 0;
        for (PayloadId orphan : unknown) {
            removed += store.delete(orphan) ? 1 : 0;
        }
        return removed;
    }
}
