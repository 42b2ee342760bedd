package vn.lienthong.crypto.log;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a witness answers to a request (C2SP tlog-witness).
 *
 * <p>The decision is pure: the caller reads the known head, decides, and stores the new head, all under one lock, before it
 * cosigns.
 */
public sealed interface WitnessDecision {

    /**
     * The checkpoint grew from the known head: record it, then cosign it.
     *
     * @param checkpoint what to record and cosign
     */
    record Cosign(Checkpoint checkpoint) implements WitnessDecision {}

    /**
     * The log believes that the witness knows another size.
     *
     * @param size what the witness knows; goes into the answer
     */
    record Conflict(long size) implements WitnessDecision {}

    /** The proof does not lead from the known head to the checkpoint. */
    record BadProof() implements WitnessDecision {}

    /**
     * The log has signed two different trees of one size: request and known checkpoint together prove it to anybody. Keep both.
     *
     * @param known head that the witness cosigned before
     * @param request the other one, signed by the log
     */
    record Misbehaviour(TreeHead known, WitnessRequest request) implements WitnessDecision {}

    /** The log has not signed the checkpoint with a key of each kind that is known of it. */
    record BadSignature() implements WitnessDecision {}

    /** The witness does not serve this log. */
    record UnknownOrigin() implements WitnessDecision {}

    /** The old size is beyond the checkpoint's. */
    record Malformed() implements WitnessDecision {}

    /** Returns the HTTP status of the answer. */
    default int status() {
        return switch (this) {
            case Cosign cosign -> 200;
            case Malformed malformed -> 400;
            case BadSignature badSignature -> 403;
            case UnknownOrigin unknownOrigin -> 404;
            case Conflict conflict -> 409;
            case BadProof badProof -> 422;
            case Misbehaviour misbehaviour -> 422;
        };
    }

    /**
     * Decides on a request.
     *
     * <p>Of a log whose Ed25519 and ML-DSA-44 keys are both known, both kinds of signature are demanded, so that a forger has to
     * break both. During a change of keys old and new ones may be listed: one good signature of each kind is enough.
     *
     * @param known latest head that this witness cosigned for the origin, {@link TreeHead#empty} if none
     * @param request what the log asks
     * @param logKeys keys that are trusted to sign for logs; only those named like the origin count
     */
    static WitnessDecision decide(TreeHead known, WitnessRequest request, Collection<VerifierKey> logKeys) {
        Checkpoint checkpoint = request.checkpoint();
        List<VerifierKey> keys = logKeys.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return new UnknownOrigin();
        }
        if (!isSigned(request.note(), keys)) {
            return new BadSignature();
        }
        if (request.oldSize() > checkpoint.size()) {
            return new Malformed();
        }
        if (checkpoint.size() == known.size() && !checkpoint.root().equals(known.root())) {
            return new Misbehaviour(known, request);
        }
        if (request.oldSize() != known.size()) {
            return new Conflict(known.size());
        }
        ConsistencyProof proof = new ConsistencyProof(known.size(), checkpoint.size(), request.proof());
        return proof.check(known.root(), checkpoint.root()) == ProofCheck.VALID
                ? new Cosign(checkpoint)
                : new BadProof();
    }

    private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
        Set<NoteKeyType> demanded = keys.stream().map(VerifierKey::type).collect(Collectors.toSet());
        return note.verify(keys) instanceof NoteCheck.Verified verified
                && verified.signatures().stream()
                        .map(signature -> signature.key().type())
                        .collect(Collectors.toSet())
                        .equals(demanded);
    }
}
