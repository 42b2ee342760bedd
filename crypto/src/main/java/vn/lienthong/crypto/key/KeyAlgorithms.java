package vn.lienthong.crypto.key;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import vn.lienthong.crypto.internal.key.KeyCodec;

/** Generates keys and tells what a key is. Thread-safe. */
public final class KeyAlgorithms {

    private KeyAlgorithms() {}

    /** Returns a new key pair of the algorithm, from the platform's secure random generator. */
    public static KeyPair generate(KeyAlgorithm algorithm) {
        return KeyCodec.generate(algorithm);
    }

    /**
     * Returns the algorithm of a public key, whatever provider made it; empty if the exchange does not use such keys (other
     * curves, other RSA sizes, anything unknown).
     */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return encoded == null ? Optional.empty() : KeyCodec.recognise(encoded);
    }

    /**
     * Reads a SubjectPublicKeyInfo (DER) that came from outside; empty if the exchange does not use such keys.
     */
    public static Optional<PublicKey> decode(byte[] subjectPublicKeyInfo) {
        try {
            return KeyCodec.recognise(subjectPublicKeyInfo).isEmpty()
                    ? Optional.empty()
                    : Optional.of(KeyCodec.publicKey(subjectPublicKeyInfo));
        } catch (IOException notAKey) {
            return Optional.empty();
        }
    }
}
