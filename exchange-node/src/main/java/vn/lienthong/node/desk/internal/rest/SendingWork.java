package vn.lienthong.node.desk.internal.rest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.desk.internal.upload.Upload;
import vn.lienthong.node.desk.internal.upload.Uploads;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Carries out requests to send, each on a thread of its own, a few at a time; those of a node that died are taken up again. */
@InNodeRole
@Component
class SendingWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SendingWork.class);
    private static final int AT_ONCE = 8;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PUT_OFF = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SendingRequestRows rows;
    private final Uploads uploads;
    private final DispatchIntake intake;
    private final SentFiles sentFiles;
    private final DirectoryView directory;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<RequestId, CountDownLatch> running = new ConcurrentHashMap<>();
    private final Rounds rounds = Rounds.of("sending-requests", PAUSE, this::takeUp);

    SendingWork(
            SendingRequestRows rows,
            Uploads uploads,
            DispatchIntake intake,
            SentFiles sentFiles,
            DirectoryView directory,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.intake = intake;
        this.sentFiles = sentFiles;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    /** Begins with a request that was just written, claimed by this node. */
    void start(RequestId id) {
        if (running.putIfAbsent(id, new CountDownLatch(1)) == null) {
            Thread _ = Thread.ofVirtual().name("sending-" + id).start(() -> run(id));
        }
    }

    private void takeUp() {
        for (RequestId id : rows.left(clock.instant())) {
            if (!running.containsKey(id) && rows.claim(id, clock.instant())) {
                start(id);
            }
        }
        for (RequestId id : rows.unfinished()) {
            if (!running.containsKey(id)) {
                uploads.finish(id.value());
            }
        }
        rows.prune(clock.instant());
    }

    private void run(RequestId id) {
        try {
            places.acquire();
            try {
                Optional<SendingRequest> found = rows.find(id);
                if (found.isPresent()) {
                    judge(found.get());
                }
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // Taken up again when the claim is over; the sender sees that it is still being judged.
            LOG.error("request to send {} could not be judged now", id, e);
        } finally {
            Optional.ofNullable(running.remove(id)).ifPresent(CountDownLatch::countDown);
        }
    }

    private void judge(SendingRequest request) throws IOException {
        List<Upload> files = uploads.takenBy(request.id().value());
        byte[] metadata = rows.metadata(request.id());
        AgencyNames names = new AgencyNames(directory.current(), clock.instant());
        try (UploadedParts parts = new UploadedParts(uploads, metadata, files)) {
            Intake taken = intake.takeUploaded(request.caller(), request.key(), names, parts);
            accepted(request, taken.parcelId(), files);
        } catch (ProblemException refusal) {
            refused(request, refusal);
        }
    }

    private void accepted(SendingRequest request, ParcelId parcel, List<Upload> files) {
        transactions.executeWithoutResult(_ -> {
            boolean _ = rows.end(
                    request.id(),
                    SendingRequest.State.ACCEPTED,
                    new SendingRequest.Outcome(parcel, null),
                    clock.instant());
            files.forEach(upload ->
                    sentFiles.add(request.caller().agency(), upload.file().sha256(), parcel));
        });
        uploads.finish(request.id().value());
    }

    private void refused(SendingRequest request, ProblemException refusal) {
        ErrorCode code = refusal.code();
        Instant now = clock.instant();
        boolean later = code.httpStatus() >= FIRST_SERVER_ERROR && code.retryable();
        if (later && now.isBefore(request.createdAt().plus(PATIENCE))) {
            rows.putOff(request.id(), now.plus(PUT_OFF));
            return;
        }
        String problem = json.writeValueAsString(
                new SendingAnswer.Refusal(code.code(), code.vietnamese(), refusal.errors(), refusal.warnings()));
        transactions.executeWithoutResult(_ -> {
            if (rows.end(request.id(), SendingRequest.State.REFUSED, new SendingRequest.Outcome(null, problem), now)) {
                uploads.giveBack(request.id().value());
            }
        });
    }

    /** Waits for the end of a request; another replica may be at it. */
    SendingRequest await(RequestId id, Instant deadline) {
        long end =
                System.nanoTime() + Duration.between(clock.instant(), deadline).toNanos();
        while (true) {
            CountDownLatch latch = running.get(id);
            SendingRequest now = rows.find(id).orElseThrow();
            long left = end - System.nanoTime();
            if (now.state() != SendingRequest.State.VALIDATING || left <= 0) {
                return now;
            }
            try {
                CountDownLatch told = latch == null ? new CountDownLatch(1) : latch;
                boolean _ = told.await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return now;
            }
        }
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
