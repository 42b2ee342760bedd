package vn.lienthong.node.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.Submission;

/**
 * Sends many documents from several threads and waits for every receipt. A receipt counts when the sending node itself says
 * that every delivery is consigned; it says so in the transaction that stores the evidence.
 */
final class LoadRun {

    private static final Duration HELD = Duration.ofSeconds(25);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final ExchangeClient sender;
    private final List<String> recipients;
    private final AttachedFile file;
    private final Load load;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Duration> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<String> parcels = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deferrals = new AtomicInteger();
    private final Semaphore window;

    /**
     * How much.
     *
     * @param label that makes the idempotency keys of this run its own
     * @param count documents
     * @param threads that submit at the same time
     * @param window documents that may be under way at the same time
     * @param limit for all of it
     */
    record Load(String label, int count, int threads, int window, Duration limit) {}

    /**
     * What came out.
     *
     * @param latencies from the beginning of a submission to its receipt
     * @param parcels that were accepted
     * @param faults in words, one per document that failed
     * @param deferrals how often the node asked to come again later
     * @param took from the first submission to the last receipt
     */
    record Outcome(List<Duration> latencies, List<String> parcels, List<String> faults, int deferrals, Duration took) {}

    LoadRun(ExchangeClient sender, List<String> recipients, AttachedFile file, Load load) {
        this.sender = sender;
        this.recipients = List.copyOf(recipients);
        this.file = file;
        this.load = load;
        this.window = new Semaphore(load.window());
    }

    Outcome run() throws StepFailedException {
        Deadline deadline = Deadline.in(load.limit());
        long begun = System.nanoTime();
        try (ExecutorService submitters = Executors.newFixedThreadPool(load.threads());
                ExecutorService waiters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < load.threads(); i++) {
                all.add(submitters.submit(() -> submitAll(waiters, deadline)));
            }
            for (Future<?> one : all) {
                one.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            }
            if (!window.tryAcquire(load.window(), deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Outcome(
                    List.copyOf(latencies), List.copyOf(parcels), List.copyOf(faults), deferrals.get(), took);
        } catch (TimeoutException late) {
            throw new StepFailedException(
                    "Đo / Benchmark",
                    latencies.size() + " receipts of " + load.count() + " within "
                            + load.limit().toSeconds() + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StepFailedException("Đo / Benchmark", stop);
        } catch (ExecutionException failed) {
            throw new StepFailedException("Đo / Benchmark", failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private void submitAll(ExecutorService waiters, Deadline deadline) {
        for (int number = next.getAndIncrement(); number < load.count(); number = next.getAndIncrement()) {
            window.acquireUninterruptibly();
            long begun = System.nanoTime();
            try {
                Dispatch accepted = submit(number, deadline);
                parcels.add(accepted.parcelId());
                waiters.execute(() -> awaitReceipt(accepted.parcelId(), begun, deadline));
            } catch (IOException failed) {
                faults.add("submit " + number + ": " + failed.getMessage());
                window.release();
            }
        }
    }

    private Dispatch submit(int number, Deadline deadline) throws IOException {
        Submission submission = new Submission(
                load.label() + "-" + number,
                // Warming up and measuring count from one.
                new Submission.Metadata(
                        recipients, false, null, document(number), List.of(Submission.Metadata.DUPLICATE_NUMBER)),
                List.of(file));
        while (true) {
            switch (sender.submit(submission)) {
                case Answer.Given<Dispatch>(Dispatch accepted) -> {
                    return accepted;
                }
                case Answer.Refused<Dispatch>(var problem) -> {
                    boolean later = problem.status() == TOO_MANY || problem.status() == UNAVAILABLE;
                    if (!later || !deadline.rest()) {
                        throw new IOException(problem.readable());
                    }
                    deferrals.incrementAndGet();
                }
            }
        }
    }

    private Map<String, Object> document(int number) {
        return Map.of(
                "codeNumber",
                Integer.toString(number + 1),
                "codeNotation",
                "BC-DO",
                "typeName",
                "Báo cáo",
                "subject",
                "Văn bản đo tốc độ số " + (number + 1),
                "promulgationPlace",
                "Hương Giang",
                "promulgationDate",
                "2026-11-21",
                "urgency",
                0);
    }

    private void awaitReceipt(String parcelId, long begun, Deadline deadline) {
        try {
            while (!deadline.left().isZero()) {
                Dispatch now = sender.awaitState(parcelId, "CONSIGNED", HELD).orThrow();
                if (now.arrivedEverywhere()) {
                    latencies.add(Duration.ofNanos(System.nanoTime() - begun));
                    return;
                }
                if (now.settledEverywhere()) {
                    faults.add(parcelId + " ended otherwise");
                    return;
                }
            }
            faults.add(parcelId + " had no receipt in time");
        } catch (IOException | RefusedException failed) {
            faults.add(parcelId + ": " + failed.getMessage());
        } finally {
            window.release();
        }
    }
}
