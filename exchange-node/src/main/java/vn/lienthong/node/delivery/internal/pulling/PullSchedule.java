package vn.lienthong.node.delivery.internal.pulling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.NodeId;

/**
 * Whom to ask next. While there are no more sources than workers, each source is asked all the time, with requests that wait.
 * When there are more, those from which something came lately are asked so; the others are asked in turn, with short requests.
 */
final class PullSchedule {

    /** A request to a source from which something is expected waits so long. */
    static final Duration LONG = Duration.ofSeconds(20);

    /** A request to one of the many others. */
    static final Duration SHORT = Duration.ofSeconds(1);

    /** So long something is expected from a source after the last time. */
    static final Duration LATELY = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE = 6;

    private static final class Source {
        private boolean busy;
        private boolean known;
        private int failures;
        private Instant notBefore = Instant.MIN;
        private Instant asked = Instant.MIN;
        private Instant useful = Instant.MIN;
    }

    private final Map<NodeId, Source> sources = new HashMap<>();
    private final int workers;
    private final InstantSource clock;

    /** For so many workers, each of which asks one source at a time. */
    PullSchedule(int workers, InstantSource clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * A source to be asked by whoever got this.
     *
     * @param node whom
     * @param patience how long the request may wait there
     * @param fresh whether it is the first one of this process
     */
    record Turn(NodeId node, Duration patience, boolean fresh) {}

    /** How a request went. */
    enum Outcome {
        /** Something came. */
        USEFUL,
        /** Nothing was there. */
        NOTHING,
        /** There was no answer. */
        FAILED
    }

    /** These are the sources from now on. */
    synchronized void become(Set<NodeId> nodes) {
        sources.keySet().retainAll(nodes);
        nodes.forEach(node -> sources.computeIfAbsent(node, _ -> new Source()));
    }

    synchronized int size() {
        return sources.size();
    }

    /** The next source; empty when none is to be asked at the moment. */
    synchronized Optional<Turn> next() {
        Instant now = clock.instant();
        boolean few = sources.size() <= workers;
        long waiting = sources.values().stream()
                .filter(source -> source.busy && isExpected(source, now))
                .count();
        // A quarter of the workers is kept for the others, so that nobody is forgotten.
        boolean patient = few || waiting < workers - workers / 4;
        Optional<Map.Entry<NodeId, Source>> found = sources.entrySet().stream()
                .filter(entry -> !entry.getValue().busy && !now.isBefore(entry.getValue().notBefore))
                .min(Comparator.comparing(
                                (Map.Entry<NodeId, Source> entry) -> !(patient && isExpected(entry.getValue(), now)))
                        .thenComparing(entry -> entry.getValue().asked));
        return found.map(entry -> {
            Source source = entry.getValue();
            source.busy = true;
            source.asked = now;
            boolean waits = few || (patient && isExpected(source, now));
            return new Turn(entry.getKey(), waits ? LONG : SHORT, !source.known);
        });
    }

    private static boolean isExpected(Source source, Instant now) {
        return source.useful.isAfter(now.minus(LATELY));
    }

    /** The turn has ended. */
    synchronized void done(Turn turn, Outcome outcome) {
        Source source = sources.get(turn.node());
        if (source == null) {
            return;
        }
        Instant now = clock.instant();
        source.busy = false;
        source.known |= outcome != Outcome.FAILED;
        source.failures = outcome == Outcome.FAILED ? Math.min(source.failures + 1, LONGEST_PAUSE) : 0;
        source.notBefore =
                outcome == Outcome.FAILED ? now.plus(FIRST_PAUSE.multipliedBy(1L << (source.failures - 1))) : now;
        if (outcome == Outcome.USEFUL) {
            source.useful = now;
        }
    }
}
