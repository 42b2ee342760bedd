package vn.lienthong.crypto.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with the good signatures of known keys.
 *
 * @param checkpoint head of the log
 * @param logSignatures by the log, at least one
 * @param witnesses cosignatures, possibly none
 */
public record AttestedCheckpoint(
        Checkpoint checkpoint, List<VerifiedSignature> logSignatures, List<WitnessStatement> witnesses) {

    /** Copies the lists. */
    public AttestedCheckpoint {
        logSignatures = List.copyOf(logSignatures);
        witnesses = List.copyOf(witnesses);
    }

    /** Returns whether the log has signed with ML-DSA-44, so that the checkpoint withstands quantum computers. */
    public boolean isPostQuantum() {
        return logSignatures.stream()
                .anyMatch(signature -> signature.key().type() == NoteKeyType.COSIGNATURE_ML_DSA_44);
    }

    /** Returns by when all these witnesses say to have seen the checkpoint; empty without witnesses. */
    public Optional<Instant> witnessedBy() {
        return witnesses.stream().map(statement -> statement.signature().time()).max(Comparator.naturalOrder());
    }

    /**
     * The statement of one witness.
     *
     * @param name what the policy calls the witness
     * @param signature its key and time
     */
    public record WitnessStatement(String name, VerifiedSignature signature) {}
}
