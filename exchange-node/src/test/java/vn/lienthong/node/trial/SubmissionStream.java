package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Inbox;

/**
 * Two systems that go on whatever happens to their nodes: one submits letters, each again and again until it is acknowledged,
 * the other takes what arrives.
 */
final class SubmissionStream implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(120);
    private static final int LARGE_EVERY = 12;
    private static final Duration END = Duration.ofMinutes(4);

    private final AgencyUnderTest sender;
    private final List<String> recipients;
    private final AgencyUnderTest taker;
    private final String label;
    private final Path work;
    private final AttachedFile small;
    private final AttachedFile large;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> stuck = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(2);
    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();

    private SubmissionStream(
            AgencyUnderTest sender, List<String> recipients, AgencyUnderTest taker, String label, Path work)
            throws IOException {
        this.sender = sender;
        this.recipients = List.copyOf(recipients);
        this.taker = taker;
        this.label = label;
        this.work = work;
        this.small = GeneratedFile.of(work.resolve("small.bin"), 30 << 10, 11);
        this.large = GeneratedFile.of(work.resolve("large.bin"), 9 << 20, 12);
    }

    /** Begins. */
    static SubmissionStream start(
            AgencyUnderTest sender, List<String> recipients, AgencyUnderTest taker, String label, Path work)
            throws IOException {
        SubmissionStream stream = new SubmissionStream(sender, recipients, taker, label, work);
        Thread.ofPlatform().daemon().name("submitting").start(() -> stream.run(stream::submitAll));
        Thread.ofPlatform().daemon().name("taking").start(() -> stream.run(stream::takeAll));
        return stream;
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (AssertionError wrong) {
            failures.add(wrong);
        } finally {
            ended.countDown();
        }
    }

    private void submitAll() {
        for (int number = 0; isOn(); number++) {
            String key = label + "-" + number;
            boolean isLarge = number % LARGE_EVERY == 1;
            acknowledged.put(
                    key,
                    sender.submit(AgencyUnderTest.letter(
                                    key, recipients, 1, "Dòng văn bản " + key, isLarge ? large : small))
                            .parcelId());
        }
    }

    private boolean isOn() {
        try {
            return !stop.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            return false;
        }
    }

    private void takeAll() {
        while (isOn()) {
            taker.inbox().stream()
                    .filter(entry -> acknowledged.containsValue(entry.parcelId()))
                    .filter(entry -> !stuck.contains(entry.entryId()))
                    .limit(1)
                    .forEach(this::take);
        }
    }

    // A node that is killed may have granted a lease or recorded a hand-over without having said so: such an entry is
    // refused
    // to everybody until the lease ends, or for good. What must hold then is asserted on the nodes' own tables.
    private void take(Inbox.Entry entry) {
        try {
            String event =
                    taker.take(entry, work.resolve(entry.parcelId() + ".asice")).event();
            if ("ContentHandover".equals(event)) {
                taken.incrementAndGet();
            }
        } catch (AssertionError refused) {
            stuck.add(entry.entryId());
        }
    }

    /** What was acknowledged so far: parcel by idempotency key. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How many entries were taken. */
    int taken() {
        return taken.get();
    }

    /** Ends the stream and says what went wrong in it. */
    void finish() throws InterruptedException {
        stop.countDown();
        if (!ended.await(END.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the stream does not end");
        }
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
