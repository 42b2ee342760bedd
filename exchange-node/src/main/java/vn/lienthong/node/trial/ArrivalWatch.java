package vn.lienthong.node.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.RefusedException;

/** A receiving system that waits for documents: it asks its node and the node holds the request until there is something. */
final class ArrivalWatch {

    private static final int PAGE = 50;
    private static final Duration HELD = Duration.ofSeconds(20);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final ExchangeClient client;
    private long position;

    private ArrivalWatch(ExchangeClient client) {
        this.client = client;
    }

    /**
     * A document that came in.
     *
     * @param entry in the inbox
     * @param seen when it was seen ({@link System#nanoTime})
     */
    record Arrival(Inbox.Entry entry, long seen) {}

    /** A watch that ignores what is there already. */
    static ArrivalWatch from(ExchangeClient client) throws IOException, RefusedException {
        ArrivalWatch watch = new ArrivalWatch(client);
        boolean more = true;
        while (more) {
            more = watch.moveBehind(
                    client.inbox(watch.position, PAGE, Duration.ZERO).orThrow());
        }
        return watch;
    }

    /** Waits for one parcel; its id may become known only while waiting. */
    Arrival await(CompletableFuture<String> parcel, Deadline deadline)
            throws IOException, RefusedException, TimeoutException, InterruptedException, ExecutionException {
        Map<String, Arrival> seen = new HashMap<>();
        while (deadline.rest(Duration.ZERO)) {
            Inbox page = client.inbox(position, PAGE, HELD).orThrow();
            long now = System.nanoTime();
            page.entries().forEach(entry -> seen.putIfAbsent(entry.parcelId(), new Arrival(entry, now)));
            boolean moved = moveBehind(page);
            if (!page.entries().isEmpty()) {
                String wanted = parcel.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
                Arrival arrival = seen.get(wanted);
                if (arrival != null) {
                    return arrival;
                }
            }
            if (!moved && !deadline.rest()) {
                break;
            }
        }
        throw new TimeoutException("nothing arrived within " + deadline.whole().toSeconds() + " s");
    }

    private boolean moveBehind(Inbox page) {
        long before = position;
        Long next = page.next();
        if (next != null) {
            position = Math.max(position, next);
        }
        for (Inbox.Entry entry : page.entries()) {
            position = Math.max(position, number(entry.entryId()));
        }
        return position > before;
    }

    private static long number(String entryId) {
        return NUMBER.matcher(entryId).matches() ? Long.parseLong(entryId) : 0;
    }
}
