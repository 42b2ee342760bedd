package vn.lienthong.crypto.internal.log;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** A private key that signs notes. Thread-safe; never prints itself. */
public final class NotePrivateKey {

    private static final int MAX_PKCS8 = 8192;

    private final NoteAlgorithm algorithm;
    private final AsymmetricKeyParameter key;

    private NotePrivateKey(NoteAlgorithm algorithm, AsymmetricKeyParameter key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /** Returns a new key. */
    public static NotePrivateKey generate(NoteAlgorithm algorithm) {
        return new NotePrivateKey(
                algorithm, algorithm.generator().generateKeyPair().getPrivate());
    }

    /**
     * Reads a PKCS#8 key.
     *
     * @throws IOException if it is not one of the algorithm; has no cause, as that could quote key octets
     */
    public static NotePrivateKey ofPkcs8(NoteAlgorithm algorithm, byte[] pkcs8) throws IOException {
        if (pkcs8.length > MAX_PKCS8) {
            throw new IOException("too large for a private key");
        }
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(pkcs8);
            if (algorithm.owns(key)) {
                return new NotePrivateKey(algorithm, key);
            }
        } catch (IOException | RuntimeException e) {
            // hostile bytes: every parse that throws anything is a refusal
            throw new IOException("the private key does not decode");
        }
        throw new IOException("the private key is of another algorithm");
    }

    /** Returns the PKCS#8 form; the caller wipes it. */
    public byte[] pkcs8() {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a private key cannot be encoded", e);
        }
    }

    /** Returns the raw public key. */
    public byte[] publicKey() {
        return switch (key) {
            case Ed25519PrivateKeyParameters ed -> ed.generatePublicKey().getEncoded();
            case MLDSAPrivateKeyParameters mlDsa ->
                mlDsa.getPublicKeyParameters().getEncoded();
            default -> throw new IllegalStateException("no such key is ever built");
        };
    }

    /** Signs a message. */
    public byte[] sign(byte[] message) {
        Signer signer = algorithm.signer();
        signer.init(
                true, algorithm == NoteAlgorithm.ML_DSA_44 ? new ParametersWithRandom(key, new SecureRandom()) : key);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("a key in memory does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "NotePrivateKey[" + algorithm + "]";
    }
}
