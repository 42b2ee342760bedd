package vn.lienthong.node.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import vn.lienthong.crypto.key.SigningKey;

/** Makes TLS contexts of keys and certificates that are in memory. */
public final class TlsContexts {

    private TlsContexts() {}

    /** A context that presents this key and trusts as the manager says. */
    public static SSLContext of(SigningKey own, TrustManager... trust) {
        try {
            return context(keyManagers(own), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java platform cannot make a TLS context of the node's key", e);
        }
    }

    /** A context without a certificate of its own, which trusts this authority and checks host names as browsers do. */
    public static SSLContext trusting(X509Certificate authority) {
        try {
            return context(new KeyManager[0], trustManagers(authority));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java platform cannot make a TLS context", e);
        }
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust, new SecureRandom());
        return context;
    }

    private static KeyManager[] keyManagers(SigningKey own) throws GeneralSecurityException, IOException {
        // The platform's own form of the key: its signatures are several times faster.
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(own.privateKey().getEncoded()));
        KeyStore store = empty();
        store.setKeyEntry("own", key, new char[0], own.chain().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(X509Certificate authority)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        return store;
    }
}
