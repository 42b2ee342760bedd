package vn.lienthong.crypto.log;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.crypto.internal.log.NoteAlgorithm;

/** What a key signs and how (C2SP signed-note, tlog-cosignature); types that are not here count as unknown keys. */
public enum NoteKeyType {
    /** Ed25519 over the text of the note. */
    ED25519(0x01, NoteAlgorithm.ED25519),
    /** Ed25519 over a time and the text of a checkpoint: cosignature/v1. */
    COSIGNATURE_ED25519(0x04, NoteAlgorithm.ED25519),
    /** ML-DSA-44 over cosigner, time, origin, size and root: subtree/v1. Withstands quantum computers. */
    COSIGNATURE_ML_DSA_44(0x06, NoteAlgorithm.ML_DSA_44);

    private final byte identifier;
    private final NoteAlgorithm algorithm;

    NoteKeyType(int identifier, NoteAlgorithm algorithm) {
        this.identifier = (byte) identifier;
        this.algorithm = algorithm;
    }

    static Optional<NoteKeyType> of(byte identifier) {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findFirst();
    }

    /** Returns the octet that stands before the public key. */
    public byte identifier() {
        return identifier;
    }

    /** Returns whether a signature of this type tells when it was made. */
    public boolean isTimed() {
        return this != ED25519;
    }

    NoteAlgorithm algorithm() {
        return algorithm;
    }
}
