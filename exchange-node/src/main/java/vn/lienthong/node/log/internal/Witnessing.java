package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogState.WitnessView;

/**
 * Has the checkpoints of a log cosigned and says when one has its quorum. While witnesses are away the newest checkpoint waits;
 * nothing else does.
 */
final class Witnessing {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Parts parts;
    private final WitnessRound round;
    private final Duration pause;
    private final Wakening wakening = new Wakening();
    private final AtomicReference<@Nullable SignedNote> newest = new AtomicReference<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    Witnessing(Parts parts, WitnessRound round, Duration pause) {
        this.parts = parts;
        this.round = round;
        this.pause = pause;
    }

    /**
     * What it works with.
     *
     * @param log whose checkpoints
     * @param tables where results are kept
     * @param quorum the policy in force
     * @param proven told the size of each checkpoint that reached its quorum
     * @param doubt told the name of a witness whose memory contradicts the log
     * @param clock the time
     */
    record Parts(
            OwnLog log,
            LogTables tables,
            Supplier<Quorum> quorum,
            Consumer<Long> proven,
            Consumer<String> doubt,
            InstantSource clock) {}

    /** There is a new checkpoint, or one of before the start whose cosignatures may be missing. */
    void published(SignedNote note) {
        long size = sizeOf(note);
        HeadRows heads = parts.tables().heads();
        if (parts.quorum().get().isNone()) {
            heads.signedAndProven(name(), size, Publication.text(note));
            parts.proven().accept(size);
        } else {
            heads.signed(name(), size, Publication.text(note));
        }
        newest.set(note);
        wakening.signal();
    }

    void start() {
        for (WitnessRows.Cosigned known : parts.tables().witnesses().cosigned(name())) {
            round.remember(known.witness(), known.size());
        }
        running = true;
        begin();
    }

    private void begin() {
        thread = Thread.ofVirtual()
                .name("witnessing-" + name().word())
                .uncaughtExceptionHandler((_, defect) -> {
                    LOG.error("a defect stopped the witnessing of the log {}; it begins anew", name().word(), defect);
                    wakening.forget();
                    if (running) {
                        begin();
                    }
                })
                .start(this::run);
    }

    void stop() throws InterruptedException {
        running = false;
        thread.interrupt();
        if (!thread.join(Duration.ofSeconds(5))) {
            LOG.warn("witnessing of the log {} was still busy at the end", name().word());
        }
    }

    private LogName name() {
        return parts.log().name();
    }

    private void run() {
        while (running) {
            try {
                wakening.await(LOOK_AGAIN);
                step();
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            } catch (DataAccessException | TransactionException | IOException e) {
                // The checkpoint stays the newest and is tried again.
                LOG.warn("Cannot keep cosignatures now: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void step() throws InterruptedException, IOException {
        Quorum quorum = parts.quorum().get();
        List<Quorum.Asked> witnesses = quorum.asked();
        SignedNote note = newest.get();
        if (note == null || witnesses.isEmpty()) {
            return;
        }
        WitnessRound.Result result = round.ask(witnesses, note, checkpoint(note));
        if (result.doubt() != null) {
            parts.doubt().accept(result.doubt());
        }
        if (result.cosigned().isEmpty()) {
            return;
        }
        newest.compareAndSet(note, result.note());
        long size = sizeOf(note);
        parts.log().files().publish(size, result.note().encode());
        if (quorum.isReached(result.note())) {
            parts.log().files().replace(LogFiles.WITNESSED, result.note().encode());
            keep(result.note(), size, result.cosigned());
        } else {
            remember(result.cosigned(), size);
        }
    }

    private void keep(SignedNote note, long size, List<String> cosigned) {
        boolean news = Objects.requireNonNull(parts.tables().transactions().execute(_ -> {
            remember(cosigned, size);
            return parts.tables().heads().proven(name(), size, Publication.text(note));
        }));
        if (news) {
            parts.proven().accept(size);
        }
    }

    private void remember(List<String> cosigned, long size) {
        Instant now = parts.clock().instant();
        parts.tables()
                .witnesses()
                .cosigned(
                        name(),
                        cosigned.stream()
                                .map(witness -> new WitnessRows.Cosigned(witness, size, now))
                                .toList());
    }

    /** What is known about the witnesses. */
    List<WitnessView> views() {
        List<WitnessRows.Cosigned> known = parts.tables().witnesses().cosigned(name());
        return parts.quorum().get().asked().stream()
                .map(witness -> view(
                        witness,
                        known.stream()
                                .filter(one -> one.witness().equals(witness.name()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private WitnessView view(Quorum.Asked witness, WitnessRows.@Nullable Cosigned known) {
        return new WitnessView(
                witness.name(),
                witness.url().toString(),
                known == null ? 0 : known.size(),
                known == null ? null : known.at(),
                round.fault(witness.name()).orElse(null));
    }

    private static long sizeOf(SignedNote note) {
        return checkpoint(note).size();
    }

    private static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (LogFormatException e) {
            throw new IllegalStateException("an own checkpoint does not read", e);
        }
    }
}
