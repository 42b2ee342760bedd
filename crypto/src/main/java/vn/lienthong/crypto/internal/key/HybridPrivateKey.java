package vn.lienthong.crypto.internal.key;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.key.KeyAlgorithm;

/**
 * A composite ML-KEM key whose elliptic-curve half is in a token. Both halves are needed to open anything: the file with the
 * post-quantum half is worth nothing without the token, and the other way round.
 */
public final class HybridPrivateKey implements PrivateKey {

    @Serial
    private static final long serialVersionUID = 1L;

    private final KeyAlgorithm algorithm;
    private final transient PrivateKey postQuantum;
    private final transient TokenPrivateKey classical;

    /**
     * Joins the halves.
     *
     * @param algorithm the composite algorithm
     * @param postQuantum ML-KEM, in memory
     * @param classical in the token
     */
    public HybridPrivateKey(KeyAlgorithm algorithm, PrivateKey postQuantum, TokenPrivateKey classical) {
        this.algorithm = algorithm;
        this.postQuantum = postQuantum;
        this.classical = classical;
    }

    /** The composite algorithm. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** The half in memory. */
    public PrivateKey postQuantum() {
        return postQuantum;
    }

    /** The half in the token. */
    public TokenPrivateKey classical() {
        return classical;
    }

    /** The same key with its half reached another way. */
    public HybridPrivateKey at(RemoteKeys other) {
        return new HybridPrivateKey(algorithm, postQuantum, classical.at(other));
    }

    @Override
    public String getAlgorithm() {
        return algorithm.name();
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a key in a token stays there");
    }

    @Override
    public String toString() {
        return "HybridPrivateKey[" + classical.label() + "]";
    }
}
