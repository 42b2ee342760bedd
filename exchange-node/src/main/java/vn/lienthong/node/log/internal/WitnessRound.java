package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.CircuitBreaker;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.ConsistencyProof;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.NoteSignature;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.WitnessRequest;

/** Asks all witnesses of a log about one checkpoint, at the same time. Remembers what each knows and which do not answer. */
final class WitnessRound {

    private final OwnLog log;
    private final WitnessClient client;
    private final InstantSource clock;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    WitnessRound(OwnLog log, WitnessClient client, InstantSource clock) {
        this.log = log;
        this.client = client;
        this.clock = clock;
    }

    /**
     * What a round brought.
     *
     * @param note the checkpoint with all its cosignatures so far
     * @param cosigned the witnesses that cosigned it in this round
     * @param doubt a witness whose memory contradicts the log; null when there is none
     */
    record Result(
            SignedNote note,
            List<String> cosigned,
            @Nullable String doubt) {}

    private record Outcome(Quorum.Asked witness, List<NoteSignature> lines, boolean contradicts) {}

    /** What is known from before the start. */
    void remember(String witness, long size) {
        sizes.put(witness, size);
    }

    /** Why the last request to the witness failed. */
    Optional<String> fault(String witness) {
        return Optional.ofNullable(faults.get(witness));
    }

    /** Asks those of the witnesses that may be tried now and have not cosigned the note yet. */
    Result ask(List<Quorum.Asked> witnesses, SignedNote note, Checkpoint checkpoint) throws InterruptedException {
        SignedNote merged = note;
        List<String> cosigned = new ArrayList<>();
        String doubt = null;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> asked = new ArrayList<>();
            for (Quorum.Asked witness : witnesses) {
                if (isMissing(witness, note) && mayTry(witness)) {
                    asked.add(threads.submit(() -> ask(witness, note, checkpoint)));
                }
            }
            for (Future<Outcome> future : asked) {
                Outcome outcome = future.get();
                if (!outcome.lines().isEmpty()) {
                    merged = merged.with(outcome.lines());
                    cosigned.add(outcome.witness().name());
                }
                doubt = outcome.contradicts() ? outcome.witness().name() : doubt;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a witness failed in an unexpected way", e);
        }
        return new Result(merged, cosigned, doubt);
    }

    private static boolean isMissing(Quorum.Asked witness, SignedNote note) {
        return !(note.verify(witness.keys()) instanceof NoteCheck.Verified);
    }

    private boolean mayTry(Quorum.Asked witness) {
        CircuitBreaker breaker = breakers.get(witness.name());
        if (breaker == null) {
            return true;
        }
        CircuitBreaker.Leave leave = breaker.ask(clock.instant());
        breakers.put(witness.name(), leave.breaker());
        return leave.granted();
    }

    private Outcome ask(Quorum.Asked witness, SignedNote note, Checkpoint checkpoint) {
        WitnessClient.Answer answer = request(witness, note, checkpoint, sizes.getOrDefault(witness.name(), 0L));
        if (answer instanceof WitnessClient.Answer.Knows(long size) && size <= checkpoint.size()) {
            sizes.put(witness.name(), size);
            answer = request(witness, note, checkpoint, size);
        }
        boolean away = answer instanceof WitnessClient.Answer.Away;
        breakers.compute(
                witness.name(),
                (_, breaker) -> away
                        ? (breaker == null ? CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT) : breaker)
                                .failed(clock.instant())
                        : null);
        return switch (answer) {
            case WitnessClient.Answer.Cosigned(List<NoteSignature> lines) -> cosigned(witness, note, checkpoint, lines);
            case WitnessClient.Answer.Knows(long size) -> failed(witness, "knows the later size " + size, true);
            case WitnessClient.Answer.Refused(int status) ->
                failed(witness, "refused with status " + status, status == 422);
            case WitnessClient.Answer.Away(String why) -> failed(witness, why, false);
        };
    }

    private WitnessClient.Answer request(Quorum.Asked witness, SignedNote note, Checkpoint checkpoint, long known) {
        try {
            long old = Math.min(known, checkpoint.size());
            ConsistencyProof proof = ConsistencyProof.build(old, checkpoint.size(), log.files());
            return client.addCheckpoint(witness.url(), WitnessRequest.of(old, proof.path(), note));
        } catch (IOException e) {
            return new WitnessClient.Answer.Away(
                    "the proof cannot be built: " + e.getClass().getSimpleName());
        }
    }

    private Outcome cosigned(Quorum.Asked witness, SignedNote note, Checkpoint checkpoint, List<NoteSignature> lines) {
        List<NoteSignature> good =
                new ArrayList<>(note.withVerified(lines, witness.keys()).signatures());
        good.removeAll(note.signatures());
        if (good.isEmpty()) {
            return failed(witness, "answered with a cosignature that is not its own", false);
        }
        sizes.put(witness.name(), checkpoint.size());
        faults.remove(witness.name());
        return new Outcome(witness, good, false);
    }

    private Outcome failed(Quorum.Asked witness, String why, boolean contradicts) {
        faults.put(witness.name(), why);
        return new Outcome(witness, List.of(), contradicts);
    }
}
