package vn.lienthong.node.audit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.SecurityEvent;

/**
 * Lets the first events of each source through in every minute and counts the others, so that a flood fills neither database nor
 * log and still nothing of it is lost: the sums say how many there were.
 */
final class FloodGate {

    static final int EACH = 20;
    static final int ALL = 600;
    private static final int MOST_SOURCES = 2000;
    private static final Source OTHERS = new Source(EventKind.FLOOD_SUM, "others", null);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Source, Integer> passed = new HashMap<>();
    private final Map<Source, Long> held = new HashMap<>();
    private int all;

    private record Source(
            EventKind kind,
            @Nullable String reason,
            @Nullable String address) {}

    /** Whether this one may be recorded by itself; otherwise it has been counted. */
    boolean pass(SecurityEvent event) {
        Source source = source(event);
        lock.lock();
        try {
            int before = passed.getOrDefault(source, 0);
            boolean known = before > 0 || passed.size() < MOST_SOURCES;
            if (known && before < EACH && all < ALL) {
                passed.put(source, before + 1);
                all++;
                return true;
            }
            count(source);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Counts one that was let through but could not be recorded. */
    void missed(SecurityEvent event) {
        lock.lock();
        try {
            count(source(event));
        } finally {
            lock.unlock();
        }
    }

    private void count(Source source) {
        Source sum = held.containsKey(source) || held.size() < MOST_SOURCES ? source : OTHERS;
        held.merge(sum, 1L, Long::sum);
    }

    /** Begins a new minute and returns the sums of the one before. */
    List<SecurityEvent> nextMinute() {
        lock.lock();
        try {
            List<SecurityEvent> sums = new ArrayList<>();
            held.forEach((source, count) -> sums.add(sum(source, count)));
            held.clear();
            passed.clear();
            all = 0;
            return sums;
        } finally {
            lock.unlock();
        }
    }

    private static SecurityEvent sum(Source source, long count) {
        SecurityEvent sum = new SecurityEvent(
                EventKind.FLOOD_SUM, Outcome.BLOCKED, source.reason(), null, null, null, Map.of(), Map.of());
        SecurityEvent counted = sum.with("action", source.kind().action()).with("count", count);
        return source.address() == null ? counted : counted.withPrivate("address", source.address());
    }

    /** Gives sums back that could not be recorded, to be told with the next ones. */
    void back(SecurityEvent sum) {
        lock.lock();
        try {
            EventKind kind =
                    EventKind.of(sum.facts().getOrDefault("action", "")).orElse(EventKind.FLOOD_SUM);
            long count = Long.parseLong(sum.facts().getOrDefault("count", "1"));
            held.merge(new Source(kind, sum.reason(), sum.privateFacts().get("address")), count, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    private static Source source(SecurityEvent event) {
        return new Source(
                event.kind(),
                event.reason(),
                event.origin() == null ? null : event.origin().address());
    }
}
