package vn.lienthong.crypto.log;

/** What the keys of logs and witnesses have in common. */
final class KeyPairs {

    private KeyPairs() {}

    static void check(NoteSigningKey classical, NoteKeyType classicalType, NoteSigningKey postQuantum) {
        VerifierKey first = classical.verifierKey();
        VerifierKey second = postQuantum.verifierKey();
        boolean fit = first.type() == classicalType
                && second.type() == NoteKeyType.COSIGNATURE_ML_DSA_44
                && first.name().equals(second.name());
        if (!fit) {
            throw new IllegalArgumentException("keys of other types or of two names");
        }
    }
}
