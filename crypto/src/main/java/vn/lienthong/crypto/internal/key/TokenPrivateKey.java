package vn.lienthong.crypto.internal.key;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.key.KeyAlgorithm;

/** An elliptic-curve key in a token, known by its label. It has no encoding; providers that ask for one refuse it. */
public final class TokenPrivateKey implements PrivateKey {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String label;
    private final KeyAlgorithm algorithm;
    private final transient RemoteKeys token;

    /** Names a key of the token; whether it is there turns out at the first use. */
    public TokenPrivateKey(String label, KeyAlgorithm algorithm, RemoteKeys token) {
        this.label = label;
        this.algorithm = algorithm;
        this.token = token;
    }

    /** Its name in the token. */
    public String label() {
        return label;
    }

    /** What it is. */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** Signs in the token. */
    public byte[] sign(String signature, byte[] message) {
        return token.sign(label, algorithm, signature, message);
    }

    /** Agrees on a secret in the token. */
    public byte[] agree(PublicKey peer) {
        return token.agree(label, peer);
    }

    /** The same key, reached another way. */
    public TokenPrivateKey at(RemoteKeys other) {
        return new TokenPrivateKey(label, algorithm, other);
    }

    @Override
    public String getAlgorithm() {
        return "EC";
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
        return "TokenPrivateKey[" + label + "]";
    }
}
