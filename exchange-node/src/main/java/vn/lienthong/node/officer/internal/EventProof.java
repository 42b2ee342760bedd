package vn.lienthong.node.officer.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.AttestedCheckpoint;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.ConsistencyProof;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.ProofCheck;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.WitnessRequest;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.log.LogTimestamps;

/** Checks an event against the log, with the same code that checks receipts offline, and says in steps what holds. */
@Component
class EventProof {
    private final LogBook log;
    private final LogIdentity identity;
    private final LogTimestamps timestamps;

    EventProof(LogBook log, LogIdentity identity, LogTimestamps timestamps) {
        this.log = log;
        this.identity = identity;
        this.timestamps = timestamps;
    }

    /**
     * One step of a check.
     *
     * @param mark {@code done}, {@code failed} or {@code moving}
     * @param key of the sentence
     * @param arguments of the sentence
     */
    record Step(String mark, String key, List<Object> arguments) {
        Step {
            arguments = List.copyOf(arguments);
        }

        static Step good(String key, Object... arguments) {
            return new Step("done", key, List.of(arguments));
        }

        static Step bad(String key, Object... arguments) {
            return new Step("failed", key, List.of(arguments));
        }

        static Step waits(String key, Object... arguments) {
            return new Step("moving", key, List.of(arguments));
        }
    }

    /** The file that proves the entry, with the quorum of the witnesses where there is one already. */
    Optional<Octets> file(EventDetail event) {
        return log.proof(event.logEntry()).or(() -> log.plainProof(event.logEntry()));
    }

    /**
     * An earlier checkpoint that covers the event, and what proves that today's log begins with it.
     *
     * @param earlier a signed note: the first that was time-stamped, else the one that witnesses have cosigned
     * @param proof the proof up to the last checkpoint
     */
    record Consistency(Octets earlier, Octets proof) {}

    /** Empty as long as no checkpoint that covers the event was stamped or witnessed. */
    Optional<Consistency> consistency(EventDetail event) {
        return earlier(event)
                .flatMap(note -> size(note)
                        .flatMap(size -> log.consistency(LogName.EVENTS, size))
                        .map(proof -> new Consistency(note, proof)));
    }

    private Optional<Octets> earlier(EventDetail event) {
        Optional<LogPosition> today = log.position(event.logEntry()).filter(place -> place.closedEpoch() == 0);
        return today.flatMap(timestamps::covering)
                .map(LogTimestamps.Stamped::note)
                .or(() -> today.flatMap(_ -> log.proof(event.logEntry())).flatMap(EventProof::noteOf));
    }

    private static Optional<Octets> noteOf(Octets proof) {
        try {
            return Optional.of(
                    Octets.of(LogReceipt.parse(proof.toByteArray()).note().encode()));
        } catch (LogFormatException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Long> size(Octets note) {
        try {
            return Optional.of(
                    Checkpoint.parse(SignedNote.parse(note.toByteArray()).text())
                            .size());
        } catch (LogFormatException broken) {
            return Optional.empty();
        }
    }

    private Step consistent(Consistency consistency) {
        try {
            SignedNote earlier = SignedNote.parse(consistency.earlier().toByteArray());
            WitnessRequest proof = WitnessRequest.parse(consistency.proof().toByteArray());
            Checkpoint before = Checkpoint.parse(earlier.text());
            Checkpoint now = proof.checkpoint();
            boolean holds = ourLog().evaluate(earlier) instanceof PolicyCheck.Accepted
                    && ourLog().evaluate(proof.note()) instanceof PolicyCheck.Accepted
                    && new ConsistencyProof(before.size(), now.size(), proof.proof()).check(before.root(), now.root())
                            == ProofCheck.VALID;
            return holds
                    ? Step.good("officer.verify.consistent", Long.toString(before.size()), Long.toString(now.size()))
                    : Step.bad("officer.verify.rewritten", Long.toString(before.size()), Long.toString(now.size()));
        } catch (LogFormatException broken) {
            return Step.bad("officer.verify.refused", String.valueOf(broken.getMessage()));
        }
    }

    /** Whether nothing of it failed. */
    static boolean holds(List<Step> steps) {
        return steps.stream().noneMatch(step -> step.mark().equals("failed"));
    }

    List<Step> check(EventDetail event) {
        List<Step> steps = new ArrayList<>();
        byte[] shown = commitment(event);
        steps.add(sameOctets(event, shown));
        Optional<Octets> last = log.plainProof(event.logEntry());
        Optional<Octets> witnessed = log.proof(event.logEntry());
        if (last.isEmpty()) {
            steps.add(Step.waits("officer.verify.pending"));
        } else {
            steps.add(inTree(last.get(), shown, "officer.verify.in-last"));
            steps.add(witnesses(witnessed, shown));
            consistency(event).map(this::consistent).ifPresent(steps::add);
        }
        steps.add(privatePart(event));
        return steps;
    }

    /** What the log must hold for this event: it says in public only the digest of what happened. */
    static byte[] commitment(EventDetail event) {
        Sha256 digest = Sha256.of(event.entry().getBytes(StandardCharsets.UTF_8));
        return WireFormats.LOG_COMMITMENT.encode(new LogCommitment(LogCommitment.Kind.EVENT, digest));
    }

    /** A quorum of nobody proves nothing, so it is not claimed. */
    private Step witnesses(Optional<Octets> witnessed, byte[] shown) {
        if (log.state(LogName.EVENTS).witnesses().isEmpty()) {
            return Step.waits("officer.verify.no-witnesses");
        }
        return witnessed
                .map(proof -> inTree(proof, shown, "officer.verify.in-witnessed"))
                .orElseGet(() -> Step.waits("officer.verify.unwitnessed"));
    }

    private Step sameOctets(EventDetail event, byte[] shown) {
        Optional<LogEntry> entry = log.find(event.logEntry());
        boolean same = entry.map(LogEntry::octets).equals(Optional.of(Octets.of(shown)));
        return same ? Step.good("officer.verify.same") : Step.bad("officer.verify.other");
    }

    private Step inTree(Octets proof, byte[] entry, String key) {
        try {
            LogReceipt receipt = LogReceipt.parse(proof.toByteArray());
            return switch (receipt.verify(entry, ourLog())) {
                case ReceiptCheck.Proven(long index, AttestedCheckpoint head) -> included(key, index, head);
                case ReceiptCheck.Unwitnessed(long index, AttestedCheckpoint head) -> included(key, index, head);
                case ReceiptCheck.Refused(var reason) -> Step.bad("officer.verify.refused", reason.name());
            };
        } catch (LogFormatException broken) {
            return Step.bad("officer.verify.refused", String.valueOf(broken.getMessage()));
        }
    }

    private static Step included(String key, long index, AttestedCheckpoint head) {
        return Step.good(
                key,
                Long.toString(index),
                Long.toString(head.checkpoint().size()),
                head.checkpoint().origin());
    }

    /** Any of our own keys; whether the witnesses are enough was decided when the proof was made. */
    private LogPolicy ourLog() {
        List<LogPolicy.Log> logs = Stream.concat(
                        identity.logKeys(LogName.EVENTS).stream(), identity.closedKeys().stream())
                .map(key -> new LogPolicy.Log(key, ""))
                .toList();
        return new LogPolicy(logs, List.of(), List.of(), LogPolicy.NONE);
    }

    private static Step privatePart(EventDetail event) {
        if (event.privatePart() == null) {
            return Step.good("officer.verify.no-private");
        }
        return event.privateGenuine() ? Step.good("officer.verify.private") : Step.bad("officer.verify.private-false");
    }
}
