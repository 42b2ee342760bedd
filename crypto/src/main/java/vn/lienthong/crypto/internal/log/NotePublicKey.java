package vn.lienthong.crypto.internal.log;

import java.io.IOException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** A public key that verifies notes. Thread-safe. */
public final class NotePublicKey {

    private final NoteAlgorithm algorithm;
    private final AsymmetricKeyParameter key;

    private NotePublicKey(NoteAlgorithm algorithm, AsymmetricKeyParameter key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /**
     * Reads a raw public key.
     *
     * @throws IOException if it is none of the algorithm
     */
    public static NotePublicKey of(NoteAlgorithm algorithm, byte[] raw) throws IOException {
        try {
            return new NotePublicKey(algorithm, algorithm.publicKey(raw));
        } catch (RuntimeException e) {
            // hostile bytes: every parse that throws anything is a refusal
            throw new IOException("not a public key of " + algorithm, e);
        }
    }

    /** Returns whether the signature is that of the key over the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != algorithm.signatureLength()) {
            return false;
        }
        try {
            Signer signer = algorithm.signer();
            signer.init(false, key);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (RuntimeException e) {
            // hostile bytes: a signature that makes the algorithm throw is a bad one
            return false;
        }
    }
}
