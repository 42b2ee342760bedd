package vn.lienthong.crypto.log;

import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.key.KeyMaterialException;

/**
 * The two keys of a witness. They are never the keys of a log: what Ed25519 cosigns does not name the cosigner.
 *
 * @param classical {@link NoteKeyType#COSIGNATURE_ED25519}, named like the witness
 * @param postQuantum {@link NoteKeyType#COSIGNATURE_ML_DSA_44}, named like the witness
 */
public record WitnessKeys(NoteSigningKey classical, NoteSigningKey postQuantum) {

    /** Refuses keys of other types or of two names. */
    public WitnessKeys {
        KeyPairs.check(classical, NoteKeyType.COSIGNATURE_ED25519, postQuantum);
    }

    /** Returns new keys for a witness of that name. */
    public static WitnessKeys generate(String name) {
        return new WitnessKeys(
                NoteSigningKey.generate(name, NoteKeyType.COSIGNATURE_ED25519),
                NoteSigningKey.generate(name, NoteKeyType.COSIGNATURE_ML_DSA_44));
    }

    /**
     * Takes back keys that were exported with {@link NoteSigningKey#exportPkcs8}.
     *
     * @throws KeyMaterialException if one is not a key of its type
     */
    public static WitnessKeys ofPkcs8(String name, byte[] classical, byte[] postQuantum) throws KeyMaterialException {
        return new WitnessKeys(
                NoteSigningKey.ofPkcs8(name, NoteKeyType.COSIGNATURE_ED25519, classical),
                NoteSigningKey.ofPkcs8(name, NoteKeyType.COSIGNATURE_ML_DSA_44, postQuantum));
    }

    /** Returns the name of the witness. */
    public String name() {
        return classical.verifierKey().name();
    }

    /** Returns the public keys, the classical one first. */
    public List<VerifierKey> verifierKeys() {
        return List.of(classical.verifierKey(), postQuantum.verifierKey());
    }

    /** Cosigns a checkpoint that the decision about its request allowed and that is already recorded as the latest of its log. */
    public List<NoteSignature> cosign(Checkpoint checkpoint, Instant time) {
        return List.of(classical.sign(checkpoint, time), postQuantum.sign(checkpoint, time));
    }
}
