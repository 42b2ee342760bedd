package vn.lienthong.crypto.log;

import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.key.KeyMaterialException;

/**
 * The two keys of a log. Every checkpoint carries the signatures of both: Ed25519 for every verifier there is, ML-DSA-44 for the
 * time when Ed25519 is broken.
 *
 * @param classical {@link NoteKeyType#ED25519}, named like the log
 * @param postQuantum {@link NoteKeyType#COSIGNATURE_ML_DSA_44}, named like the log
 */
public record LogKeys(NoteSigningKey classical, NoteSigningKey postQuantum) {

    /** Refuses keys of other types or of two names. */
    public LogKeys {
        KeyPairs.check(classical, NoteKeyType.ED25519, postQuantum);
    }

    /** Returns new keys for a log of that origin. */
    public static LogKeys generate(String origin) {
        return new LogKeys(
                NoteSigningKey.generate(origin, NoteKeyType.ED25519),
                NoteSigningKey.generate(origin, NoteKeyType.COSIGNATURE_ML_DSA_44));
    }

    /**
     * Takes back keys that were exported with {@link NoteSigningKey#exportPkcs8}.
     *
     * @throws KeyMaterialException if one is not a key of its type
     */
    public static LogKeys ofPkcs8(String origin, byte[] classical, byte[] postQuantum) throws KeyMaterialException {
        return new LogKeys(
                NoteSigningKey.ofPkcs8(origin, NoteKeyType.ED25519, classical),
                NoteSigningKey.ofPkcs8(origin, NoteKeyType.COSIGNATURE_ML_DSA_44, postQuantum));
    }

    /** Returns the name of the log. */
    public String origin() {
        return classical.verifierKey().name();
    }

    /** Returns the public keys, the classical one first. */
    public List<VerifierKey> verifierKeys() {
        return List.of(classical.verifierKey(), postQuantum.verifierKey());
    }

    /**
     * Signs a head of this log. The caller answers for its truth: it must be committed, on disk, and consistent with every head
     * signed before.
     */
    public SignedNote sign(TreeHead head, Instant time) {
        Checkpoint checkpoint = Checkpoint.of(origin(), head);
        return new SignedNote(
                checkpoint.text(), List.of(classical.sign(checkpoint, time), postQuantum.sign(checkpoint, time)));
    }
}
