package vn.lienthong.crypto.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import vn.lienthong.crypto.internal.log.NotePrivateKey;
import vn.lienthong.crypto.key.KeyMaterialException;
import vn.lienthong.crypto.key.Secret;

/** A private key that signs checkpoints, with the name and type that belong to it. Thread-safe; never prints itself. */
public final class NoteSigningKey {

    private final NotePrivateKey key;
    private final VerifierKey verifier;

    private NoteSigningKey(NotePrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * Returns a new key.
     *
     * @throws IllegalArgumentException if the name may not name a key
     */
    public static NoteSigningKey generate(String name, NoteKeyType type) {
        return named(name, type, NotePrivateKey.generate(type.algorithm()));
    }

    /**
     * Takes back what {@link #exportPkcs8} gave out.
     *
     * @throws KeyMaterialException if it is not a key of the type
     */
    public static NoteSigningKey ofPkcs8(String name, NoteKeyType type, byte[] pkcs8) throws KeyMaterialException {
        try {
            return named(name, type, NotePrivateKey.ofPkcs8(type.algorithm(), pkcs8));
        } catch (IOException e) {
            throw new KeyMaterialException("the log key " + name + " is not usable: " + e.getMessage());
        }
    }

    private static NoteSigningKey named(String name, NoteKeyType type, NotePrivateKey key) {
        try {
            return new NoteSigningKey(key, VerifierKey.of(name, type, key.publicKey()));
        } catch (LogFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns the private key in PKCS#8, unencrypted: for the encrypted key file of the node and nothing else. */
    public Secret<byte[]> exportPkcs8() {
        return Secret.of(key.pkcs8());
    }

    /** Returns the public half. */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /**
     * Signs a checkpoint. The caller answers for its truth: it must be consistent with all that this key signed before.
     *
     * @param checkpoint what to sign
     * @param time when, in whole seconds; left out by {@link NoteKeyType#ED25519}
     */
    public NoteSignature sign(Checkpoint checkpoint, Instant time) {
        NoteKeyType type = verifier.type();
        long seconds = time.getEpochSecond();
        try {
            byte[] signature = key.sign(SignedMessage.octets(type, verifier.name(), checkpoint.text(), seconds));
            return NoteSignature.of(verifier, type.isTimed() ? timed(seconds, signature) : signature);
        } catch (LogFormatException e) {
            throw new IllegalStateException("a checkpoint does not read its own text", e);
        }
    }

    private static byte[] timed(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    @Override
    public String toString() {
        return "NoteSigningKey[" + verifier + "]";
    }
}
