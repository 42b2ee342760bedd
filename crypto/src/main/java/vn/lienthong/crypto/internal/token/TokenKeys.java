package vn.lienthong.crypto.internal.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.key.HybridKeys;
import vn.lienthong.crypto.internal.key.HybridPrivateKey;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.internal.key.TokenPrivateKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.crypto.token.TokenHealth;
import vn.lienthong.crypto.token.TokenKey;

/** The key pairs of a token; see {@link vn.lienthong.crypto.token.Token}. */
public final class TokenKeys {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private final TokenLink link;
    private final TokenOperations operations;

    /** Works over this connection. */
    public TokenKeys(TokenLink link) {
        this.link = link;
        this.operations = new TokenOperations(link);
    }

    /** Whether the token can be used now. */
    public TokenHealth health() {
        try {
            return link.call(session -> {
                session.refresh();
                Pkcs11Library.Present token = session.token();
                return new TokenHealth.Ready(
                        token.label(),
                        token.serial(),
                        token.slot(),
                        session.labels().size());
            });
        } catch (TokenException e) {
            return new TokenHealth.Away(e.fault(), e.words());
        }
    }

    /** All key pairs. */
    public List<TokenKey> all() throws TokenException {
        return link.call(session -> {
            session.refresh();
            List<TokenKey> keys = new ArrayList<>();
            for (String label : session.labels()) {
                describe(session, label).ifPresent(keys::add);
            }
            return keys;
        });
    }

    /** One key pair. */
    public Optional<TokenKey> find(String label) throws TokenException {
        demandLabel(label);
        return link.call(session -> session.key(label).isPresent() ? describe(session, label) : Optional.empty());
    }

    private Optional<TokenKey> describe(TokenSession session, String label) throws KeyStoreException, IOException {
        if (!(session.store().getCertificate(label) instanceof X509Certificate certificate)) {
            return Optional.empty();
        }
        return KeyAlgorithms.of(certificate.getPublicKey())
                .map(algorithm ->
                        new TokenKey(label, algorithm, new TokenPrivateKey(label, algorithm, operations), certificate));
    }

    /** Makes a key pair. */
    public TokenKey generate(String label, KeyAlgorithm algorithm) throws TokenException {
        demandLabel(label);
        String curve = curve(algorithm);
        return link.call(session -> {
            demandFree(session, label);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", session.provider());
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate =
                    Placeholder.of(KeyCodec.publicKey(pair.getPublic().getEncoded()));
            store(session, label, pair.getPrivate(), certificate);
            return new TokenKey(label, algorithm, new TokenPrivateKey(label, algorithm, operations), certificate);
        });
    }

    private static String curve(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "secp256r1";
            case EC_P384 -> "secp384r1";
            default -> throw new IllegalArgumentException("no token makes " + algorithm);
        };
    }

    /** Makes a composite key. */
    public KeyPair generateRecipient(String label, KeyAlgorithm algorithm) throws TokenException {
        KeyAlgorithm half = HybridKeys.classicalHalf(algorithm);
        TokenKey classical = generate(label, half);
        return HybridKeys.join(algorithm, classical.certificate().getPublicKey(), handle(classical));
    }

    private TokenPrivateKey handle(TokenKey key) {
        return new TokenPrivateKey(key.label(), key.algorithm(), operations);
    }

    /** Replaces the certificate. */
    public void attach(String label, X509Certificate certificate) throws TokenException {
        String attached = link.call(session -> {
            PrivateKey key = (PrivateKey) session.key(label).orElseThrow(() -> missing(label));
            PublicKey before = session.store().getCertificate(label).getPublicKey();
            if (!sameKey(before, certificate.getPublicKey())) {
                throw new TokenException(
                        TokenFault.NO_SUCH_KEY, "the certificate belongs to another key than " + label);
            }
            store(session, label, key, certificate);
            return label;
        });
        if (!attached.equals(label)) {
            throw new IllegalStateException("another label");
        }
    }

    private static boolean sameKey(PublicKey one, PublicKey other) {
        return java.util.Arrays.equals(one.getEncoded(), other.getEncoded());
    }

    /** The token keeps the platform's own form of certificates. */
    private static void store(TokenSession session, String label, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException {
        X509Certificate plain = Certificates.decode(Certificates.encode(certificate));
        session.store().setKeyEntry(label, key, null, new X509Certificate[] {plain});
        session.forget(label);
    }

    /** Destroys a key. */
    public void destroy(String label) throws TokenException {
        boolean gone = link.call(session -> {
            if (session.key(label).isEmpty()) {
                throw missing(label);
            }
            session.forget(label);
            session.store().deleteEntry(label);
            session.refresh();
            return !session.store().isKeyEntry(label);
        });
        if (!gone) {
            throw new TokenException(TokenFault.FAILED, "the token keeps the key " + label);
        }
    }

    /** Binds a key from a key file. */
    public SigningKey bind(SigningKey key) {
        return switch (key.privateKey()) {
            case TokenPrivateKey alone -> new SigningKey(alone.at(operations), key.chain());
            case HybridPrivateKey hybrid -> new SigningKey(hybrid.at(operations), key.chain());
            default -> key;
        };
    }

    /** The label of a key in a token. */
    public static Optional<String> labelOf(SigningKey key) {
        return switch (key.privateKey()) {
            case TokenPrivateKey alone -> Optional.of(alone.label());
            case HybridPrivateKey hybrid -> Optional.of(hybrid.classical().label());
            default -> Optional.empty();
        };
    }

    static void demandLabel(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("not a label of a key");
        }
    }

    static void demandFree(TokenSession session, String label) throws GeneralSecurityException, IOException {
        session.refresh();
        if (session.store().containsAlias(label)) {
            throw new TokenException(TokenFault.LABEL_TAKEN, "there is a key " + label);
        }
    }

    static TokenException missing(String label) {
        return new TokenException(TokenFault.NO_SUCH_KEY, "the token has no key " + label);
    }
}
