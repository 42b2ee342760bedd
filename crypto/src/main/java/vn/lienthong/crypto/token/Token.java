package vn.lienthong.crypto.token;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.internal.token.TokenKeys;
import vn.lienthong.crypto.internal.token.TokenLink;
import vn.lienthong.crypto.internal.token.TokenWrapping;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;

/**
 * A token that keeps private keys: a smart card, a hardware security module or SoftHSM, through PKCS#11.
 *
 * <p>Guarantees: private keys are made in the token and marked sensitive and not extractable; the PIN is wiped from our memory
 * after each log-in, and a refused PIN is not shown to the token a second time; when the token was logged out, pulled out or
 * restarted, the next use logs in again and tries once more. Thread-safe: any number of threads may use it, only as many at once
 * as the settings say.
 *
 * <p>Labels are unique in the token, 1 to 64 characters of {@code a-z 0-9 . -}.
 */
public final class Token {

    private final TokenLink link;
    private final TokenKeys keys;
    private final TokenWrapping wrapping;

    private Token(TokenSettings settings) {
        this.link = new TokenLink(settings);
        this.keys = new TokenKeys(link);
        this.wrapping = new TokenWrapping(link);
    }

    /** Names a token. It is not touched yet and needs not be there: {@link #health} tells. */
    public static Token open(TokenSettings settings) {
        return new Token(settings);
    }

    /** Whether it can be used now; asks the token itself, within the patience of its library. */
    public TokenHealth health() {
        return keys.health();
    }

    /**
     * All key pairs of the exchange's algorithms, by label.
     *
     * @throws TokenException when the token cannot be used
     */
    public List<TokenKey> keys() throws TokenException {
        return keys.all();
    }

    /**
     * One key pair; empty when there is none of that label.
     *
     * @throws TokenException when the token cannot be used
     */
    public Optional<TokenKey> key(String label) throws TokenException {
        return keys.find(label);
    }

    /**
     * Makes a key pair in the token, with a place-holder certificate.
     *
     * @param algorithm EC_P256 or EC_P384
     * @throws TokenException when the label is taken or the token cannot be used
     */
    public TokenKey generate(String label, KeyAlgorithm algorithm) throws TokenException {
        return keys.generate(label, algorithm);
    }

    /**
     * Makes a composite key that opens envelopes: the elliptic-curve half in the token, the ML-KEM half in memory, to be kept in
     * a {@link vn.lienthong.crypto.key.KeyFile}.
     *
     * @param algorithm MLKEM1024_ECDH_P384
     * @throws TokenException when the label is taken or the token cannot be used
     */
    public KeyPair generateRecipient(String label, KeyAlgorithm algorithm) throws TokenException {
        return keys.generateRecipient(label, algorithm);
    }

    /**
     * Puts the certificate that was issued for a key beside it, in the place of the one before.
     *
     * @throws TokenException when there is no such key, the certificate belongs to another key, or the token cannot be used
     */
    public void attach(String label, X509Certificate certificate) throws TokenException {
        keys.attach(label, certificate);
    }

    /**
     * Destroys a key and its certificate, whatever kind of key it is.
     *
     * @throws TokenException when there is no such key or the token cannot be used
     */
    public void destroy(String label) throws TokenException {
        keys.destroy(label);
    }

    /** The same key with its private half bound to this token, if a key file said that it is in one; otherwise the key as it is. */
    public SigningKey bind(SigningKey key) {
        return keys.bind(key);
    }

    /** The label of a key in a token; empty for keys in memory. */
    public static Optional<String> labelOf(SigningKey key) {
        return TokenKeys.labelOf(key);
    }

    /**
     * Makes an AES-256 key in the token that wraps other keys.
     *
     * @throws TokenException when the label is taken or the token cannot be used
     */
    public void generateWrappingKey(String label) throws TokenException {
        wrapping.generate(label);
    }

    /**
     * Encrypts a key of 32 octets under a wrapping key (AES-256-GCM, in the token).
     *
     * @param context what the key is for; the same octets are needed to unwrap
     * @throws TokenException when there is no such key or the token cannot be used
     */
    public byte[] wrap(String label, byte[] context, byte[] key) throws TokenException {
        return wrapping.wrap(label, context, key);
    }

    /**
     * What was wrapped; the caller wipes it.
     *
     * @throws TokenException when it was changed or belongs to another key or context, or the token cannot be used
     */
    public byte[] unwrap(String label, byte[] context, byte[] wrapped) throws TokenException {
        return wrapping.unwrap(label, context, wrapped);
    }

    @Override
    public String toString() {
        return "Token[" + link + "]";
    }
}
