package vn.lienthong.node.log.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.NoteSignature;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessDecision;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.crypto.log.WitnessRequest;
import vn.lienthong.node.log.MisbehaviourFound;
import vn.lienthong.node.log.WitnessedLogs;

/**
 * This installation as a witness of other logs (C2SP tlog-witness).
 *
 * <p>Guarantees: two checkpoints of one log are never both cosigned unless the later one contains the earlier; what is cosigned
 * is committed before the answer leaves.
 */
final class WitnessBook {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessBook.class);
    private static final int ATTEMPTS = 5;
    private static final String PLAIN = "text/plain;charset=UTF-8";

    private final WitnessRows rows;
    private final WitnessKeys keys;
    private final List<WitnessedLogs> witnessed;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    WitnessBook(Parts parts, List<WitnessedLogs> witnessed, ApplicationEventPublisher events, InstantSource clock) {
        this.rows = parts.rows();
        this.keys = parts.keys();
        this.transactions = parts.transactions();
        this.ids = parts.ids();
        this.witnessed = List.copyOf(witnessed);
        this.events = events;
        this.clock = clock;
    }

    /**
     * What it works with.
     *
     * @param rows its memory
     * @param keys with which it cosigns
     * @param transactions begins transactions
     * @param ids names proofs of misbehaviour
     */
    record Parts(WitnessRows rows, WitnessKeys keys, TransactionTemplate transactions, TimeOrderedIds ids) {}

    /**
     * An answer over HTTP.
     *
     * @param status as the format demands
     * @param type of the body
     * @param body cosignature lines, a size, or a word about what is wrong
     */
    record Answer(int status, String type, String body) {}

    /** Answers {@code add-checkpoint}. */
    Answer addCheckpoint(byte[] body) {
        WitnessRequest request;
        try {
            request = WitnessRequest.parse(body);
        } catch (LogFormatException e) {
            return new Answer(400, PLAIN, e.getMessage() + "\n");
        }
        List<VerifierKey> logKeys = keysOf(request.checkpoint().origin());
        if (logKeys.isEmpty()) {
            return new Answer(404, PLAIN, "this log is not witnessed here\n");
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return attempt(request, body, logKeys);
            } catch (PessimisticLockingFailureException brokenOff) {
                // Undone as a whole: the same request may simply be decided again.
                LOG.debug("attempt {} to decide a request was broken off", attempt, brokenOff);
            }
        }
        return attempt(request, body, logKeys);
    }

    /** Several requests may be the first about a log at the same time; the database may break some of them off. */
    private Answer attempt(WitnessRequest request, byte[] body, List<VerifierKey> logKeys) {
        String origin = request.checkpoint().origin();
        if (rows.known(WitnessRows.id(origin)).isEmpty()) {
            rows.begin(origin, clock.instant());
        }
        return Objects.requireNonNull(transactions.execute(_ -> decide(request, body, logKeys)));
    }

    private Answer decide(WitnessRequest request, byte[] body, List<VerifierKey> logKeys) {
        Instant now = clock.instant();
        WitnessRows.Known known = rows.lock(request.checkpoint().origin());
        WitnessDecision decision = WitnessDecision.decide(known.head(), request, logKeys);
        String answer = switch (decision) {
            case WitnessDecision.Cosign(Checkpoint checkpoint) -> cosign(request, checkpoint, now);
            case WitnessDecision.Conflict(long size) -> size + "\n";
            case WitnessDecision.Misbehaviour _ -> misbehaviour(request, known, body, now);
            case WitnessDecision.BadProof _ -> "the proof does not lead from size " + request.oldSize() + "\n";
            case WitnessDecision.BadSignature _ -> "not signed with the keys of the log\n";
            case WitnessDecision.UnknownOrigin _ -> "this log is not witnessed here\n";
            case WitnessDecision.Malformed _ -> "the old size is beyond the checkpoint\n";
        };
        boolean conflict = decision instanceof WitnessDecision.Conflict;
        return new Answer(decision.status(), conflict ? WitnessRequest.SIZE_MEDIA_TYPE : PLAIN, answer);
    }

    private String cosign(WitnessRequest request, Checkpoint checkpoint, Instant now) {
        List<NoteSignature> cosignatures = keys.cosign(checkpoint, now);
        rows.keep(checkpoint, new String(request.note().with(cosignatures).encode(), StandardCharsets.UTF_8), now);
        return cosignatures.stream().map(NoteSignature::line).collect(Collectors.joining());
    }

    private String misbehaviour(WitnessRequest request, WitnessRows.Known known, byte[] body, Instant now) {
        Checkpoint shown = request.checkpoint();
        String before = Objects.requireNonNullElse(known.note(), "");
        if (rows.keepMisbehaviour(ids.next(), shown, before, body, now)) {
            LOG.error("the log {} has signed two trees of size {}; the proof is kept", shown.origin(), shown.size());
            events.publishEvent(new MisbehaviourFound(shown.origin(), shown.size()));
        }
        return "another tree of this size was cosigned before\n";
    }

    /** The last checkpoint that was cosigned of the log whose origin has this digest. */
    Optional<String> latest(Sha256 origin) {
        return rows.known(origin).map(WitnessRows.Known::note);
    }

    private List<VerifierKey> keysOf(String origin) {
        List<VerifierKey> found = new ArrayList<>();
        for (WitnessedLogs source : witnessed) {
            source.keysOf(origin).stream().filter(key -> !found.contains(key)).forEach(found::add);
        }
        return found;
    }
}
