package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's key on a token that speaks PKCS#11; it never leaves the token. */
final class TokenKey {

    private final Provider provider;
    private final PrivateKey key;
    private final List<Certificate> chain;

    private TokenKey(Provider provider, PrivateKey key, List<Certificate> chain) {
        this.provider = provider;
        this.key = key;
        this.chain = chain;
    }

    /**
     * Opens a token.
     *
     * @param library the PKCS#11 module of its maker
     * @param slot which slot, as a line of the configuration of SunPKCS11
     * @param pin of the token
     * @param alias of the key; null when there is one only
     * @throws IOException with words for a person when there is no such key, or the token cannot be used
     */
    static TokenKey open(Path library, String slot, char[] pin, @Nullable String alias) throws IOException {
        String place = library.toAbsolutePath().toString();
        if (place.matches("(?s).*[\"\\r\\n].*")) {
            throw new IOException("the path of the library must not hold quotation marks or line ends");
        }
        try {
            Provider token = Security.getProvider("SunPKCS11")
                    .configure("--\nname=lienthong\nlibrary=\"" + place + "\"\n" + slot + "\n");
            KeyStore store = KeyStore.getInstance("PKCS11", token);
            store.load(null, pin);
            String name = alias == null ? only(store) : alias;
            if (!(store.getKey(name, null) instanceof PrivateKey key)) {
                throw new IOException("the token has no key named " + name);
            }
            return new TokenKey(token, key, List.of(store.getCertificateChain(name)));
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw new IOException("the token cannot be used: " + told(e), e);
        }
    }

    private static String only(KeyStore store) throws KeyStoreException, IOException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IOException("choose a key with --key; the token has " + keys);
        }
        return keys.getFirst();
    }

    /** The certificate of the key first. */
    List<Certificate> chain() {
        return chain;
    }

    /**
     * Signs with SHA-256, in the form in which the desk takes it.
     *
     * @throws IOException if the token does not
     */
    byte[] sign(byte[] octets) throws IOException {
        String algorithm = switch (chain.getFirst().getPublicKey().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            case String other -> throw new IOException("keys of the kind " + other + " are not used here");
        };
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(octets);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IOException("the token did not sign: " + told(e), e);
        }
    }

    private static String told(Exception e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ", " + e.getCause().getMessage();
    }
}
