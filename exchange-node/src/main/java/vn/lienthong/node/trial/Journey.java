package vn.lienthong.node.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.ExchangeClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.Submission;

/** One letter from one agency to the others, told while it happens: everybody involved speaks when something reaches them. */
final class Journey implements AutoCloseable {

    private static final String STEP = "Hành trình / The journey";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration HELD = Duration.ofSeconds(25);

    private final Narrator narrator;
    private final Clock clock;
    private final ExchangeClient sender;
    private final Map<Endpoints.Installation, ExchangeClient> receivers;
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private long begun;

    Journey(
            ExchangeClient sender,
            Map<Endpoints.Installation, ExchangeClient> receivers,
            Narrator narrator,
            Clock clock) {
        this.sender = sender;
        this.receivers = Map.copyOf(receivers);
        this.narrator = narrator;
        this.clock = clock;
    }

    /**
     * The letter at its destinations.
     *
     * @param parcelId under which it went
     * @param arrivals where it lies now
     */
    record Arrived(String parcelId, Map<Endpoints.Installation, ArrivalWatch.Arrival> arrivals) {}

    /** Tells something that happens now. */
    void tell(String vietnamese, String english) {
        narrator.event(Duration.ofNanos(System.nanoTime() - begun), vietnamese, english);
    }

    /** Sends the letter to all receivers and waits until it is there and all receipts are back. */
    Arrived send(Path letter) throws StepFailedException {
        CompletableFuture<String> parcel = new CompletableFuture<>();
        Deadline deadline = Deadline.in(LIMIT);
        try {
            Map<Endpoints.Installation, Future<ArrivalWatch.Arrival>> watching = new LinkedHashMap<>();
            for (var receiver : receivers.entrySet()) {
                ArrivalWatch watch = ArrivalWatch.from(receiver.getValue());
                watching.put(
                        receiver.getKey(), watchers.submit(() -> arrival(receiver.getKey(), watch, parcel, deadline)));
            }
            Dispatch accepted = submit(letter);
            Future<Dispatch> receipt = watchers.submit(() -> reach(accepted.parcelId(), "CONSIGNED", deadline));
            if (!parcel.complete(accepted.parcelId())) {
                throw new StepFailedException(STEP, "interrupted");
            }
            Map<Endpoints.Installation, ArrivalWatch.Arrival> arrivals = new LinkedHashMap<>();
            for (var one : watching.entrySet()) {
                arrivals.put(one.getKey(), one.getValue().get(LIMIT.toSeconds(), TimeUnit.SECONDS));
            }
            Dispatch last = receipt.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!last.arrivedEverywhere()) {
                throw new StepFailedException(STEP, "deliveries are " + last.deliveries());
            }
            return new Arrived(accepted.parcelId(), arrivals);
        } catch (RefusedException | IOException | ExecutionException | TimeoutException failed) {
            throw new StepFailedException(STEP, failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(STEP, stop);
        }
    }

    private Dispatch submit(Path letter) throws IOException, RefusedException {
        Submission submission = submission(letter);
        begun = System.nanoTime();
        tell(
                "nộp " + letter.getFileName(),
                "submitted to " + submission.metadata().recipients());
        Dispatch accepted = sender.submit(submission).orThrow();
        tell(
                "đã ký bằng hai khóa, niêm phong, ghi bền: kiện " + accepted.parcelId(),
                "signed with both keys, sealed, durable");
        return accepted;
    }

    private ArrivalWatch.Arrival arrival(
            Endpoints.Installation node, ArrivalWatch watch, CompletableFuture<String> parcel, Deadline deadline)
            throws IOException, RefusedException, TimeoutException, InterruptedException, ExecutionException {
        ArrivalWatch.Arrival arrival = watch.await(parcel, deadline);
        narrator.event(
                Duration.ofNanos(arrival.seen() - begun),
                "đã giao đến " + node.agency() + " " + node.name(),
                "consigned: opened, verified, durable at node " + node.id());
        return arrival;
    }

    /** Waits until every delivery is in the state. */
    Dispatch reach(String parcelId, String state, Deadline deadline)
            throws IOException, RefusedException, TimeoutException {
        while (!deadline.left().isZero()) {
            Dispatch now = sender.awaitState(parcelId, state, HELD).orThrow();
            if (now.allIn(state) || ("CONSIGNED".equals(state) && now.settledEverywhere())) {
                tell("biên nhận " + state + " của mọi nơi nhận đã về", "receipts are back: all " + state);
                return now;
            }
            if (!deadline.rest()) {
                break;
            }
        }
        throw new TimeoutException("not all deliveries are " + state + " within "
                + deadline.whole().toSeconds() + " s");
    }

    private Submission submission(Path letter) throws IOException {
        List<String> recipients = new ArrayList<>(receivers.keySet().stream()
                .map(Endpoints.Installation::agency)
                .sorted()
                .toList());
        Map<String, Object> document = Map.of(
                "codeNumber", SampleLetter.NUMBER,
                "codeNotation", SampleLetter.NOTATION,
                "typeName", SampleLetter.TYPE,
                "subject", SampleLetter.SUBJECT,
                "promulgationPlace", SampleLetter.PLACE,
                "promulgationDate", LocalDate.now(clock).toString(),
                "urgency", 1,
                "signer", Map.of("competence", "TM.", "position", "Chủ tịch", "fullName", SampleLetter.SIGNER));
        return new Submission(
                "demo-" + clock.instant().toEpochMilli(),
                // Each start in the same place sends the letter again, on purpose.
                new Submission.Metadata(
                        recipients, false, null, document, List.of(Submission.Metadata.DUPLICATE_NUMBER)),
                List.of(AttachedFile.of(letter)));
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
