package vn.lienthong.crypto.internal.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.crypto.token.TokenSettings;

/** One log-in to a token: the platform's provider, its key store and the handles found so far. */
final class TokenSession {

    private static final String TYPE = "PKCS11";
    private static final AtomicLong NUMBER = new AtomicLong();

    /** Private keys are made in the token and stay there; only what two keys agree on may leave it, as software goes on with it. */
    private static final String ATTRIBUTES = """
        attributes(generate,CKO_PRIVATE_KEY,*)={
          CKA_TOKEN=true
          CKA_PRIVATE=true
          CKA_SENSITIVE=true
          CKA_EXTRACTABLE=false
          CKA_SIGN=true
          CKA_DERIVE=true
        }
        attributes(generate,CKO_SECRET_KEY,CKK_GENERIC_SECRET)={
          CKA_SENSITIVE=false
          CKA_EXTRACTABLE=true
        }
        attributes(generate,CKO_SECRET_KEY,CKK_AES)={
          CKA_PRIVATE=true
          CKA_SENSITIVE=true
          CKA_EXTRACTABLE=false
          CKA_ENCRYPT=true
          CKA_DECRYPT=true
        }
        """;

    private final Pkcs11Library.Present token;
    private final Provider provider;
    private final KeyStore store;
    private final Map<String, Key> handles = new ConcurrentHashMap<>();

    private TokenSession(Pkcs11Library.Present token, Provider provider, KeyStore store) {
        this.token = token;
        this.provider = provider;
        this.store = store;
    }

    /** Logs in. */
    static TokenSession open(TokenSettings settings, Pkcs11Library.Present token) throws TokenException {
        Provider provider;
        try {
            provider = Security.getProvider("SunPKCS11")
                    .configure("--\nname=lienthong-" + NUMBER.incrementAndGet() + "\nlibrary=\"" + settings.library()
                            + "\"\nslot=" + token.slot() + "\n" + ATTRIBUTES);
        } catch (ProviderException | InvalidParameterException e) {
            throw new TokenException(TokenFault.TOKEN_ABSENT, TokenWords.of(e), e);
        }
        char[] pin = pin(settings.pin());
        try {
            KeyStore store = KeyStore.getInstance(TYPE, provider);
            store.load(null, pin);
            return new TokenSession(token, provider, store);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new TokenException(TokenWords.atLogIn(e), TokenWords.of(e), e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private static char[] pin(PasswordFile file) throws TokenException {
        try {
            return file.read();
        } catch (IOException e) {
            throw new TokenException(TokenFault.PIN_UNREADABLE, "the PIN file cannot be used", e);
        }
    }

    Pkcs11Library.Present token() {
        return token;
    }

    Provider provider() {
        return provider;
    }

    KeyStore store() {
        return store;
    }

    List<String> labels() throws KeyStoreException {
        List<String> labels = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                labels.add(alias);
            }
        }
        Collections.sort(labels);
        return labels;
    }

    /** The handle of a key; looks again in the token when another process may have made it meanwhile. */
    Optional<Key> key(String label) throws GeneralSecurityException, IOException {
        Key known = handles.get(label);
        if (known != null) {
            return Optional.of(known);
        }
        if (!store.isKeyEntry(label)) {
            refresh();
        }
        Optional<Key> found = Optional.ofNullable(store.getKey(label, null));
        found.ifPresent(key -> handles.put(label, key));
        return found;
    }

    /** Reads again what the token holds; the log-in lasts. */
    void refresh() throws GeneralSecurityException, IOException {
        store.load(null, null);
    }

    void forget(String label) {
        handles.remove(label);
    }
}
