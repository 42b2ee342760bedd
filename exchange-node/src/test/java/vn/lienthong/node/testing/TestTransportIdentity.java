package vn.lienthong.node.testing;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import vn.lienthong.node.listener.ClaimedCertificates;
import vn.lienthong.node.listener.TransportIdentity;

/** A node with one self-signed certificate, which trusts itself and nobody else. */
@Primary
public final class TestTransportIdentity implements TransportIdentity {

    private final AtomicReference<KeyStore> keys = new AtomicReference<>(SelfSigned.shared());

    /** Goes on with another certificate, as after a renewal. */
    public void renew() {
        keys.set(SelfSigned.fresh());
    }

    @Override
    public SSLContext exchangeServer() {
        return context(keys.get(), true);
    }

    @Override
    public SSLContext exchangeClient() {
        return context(keys.get(), true);
    }

    @Override
    public SSLContext web() {
        return context(keys.get(), true);
    }

    @Override
    public SSLContext program() {
        return of(keys.get(), keys.get(), new ClaimedCertificates());
    }

    /** For a client that has a certificate of its own; each call makes one. */
    public KnownClient knownClient() {
        KeyStore own = SelfSigned.fresh();
        return new KnownClient(of(own, keys.get()), SelfSigned.certificate(own));
    }

    /**
     * A client and the certificate that it shows.
     *
     * @param context makes its connections
     * @param certificate its own
     */
    public record KnownClient(SSLContext context, X509Certificate certificate) {}

    /** For a client that has no certificate of its own. */
    public SSLContext anonymousClient() {
        return context(keys.get(), false);
    }

    /** For a client whose certificate this node does not know. */
    public SSLContext strangerClient() {
        return of(SelfSigned.fresh(), keys.get());
    }

    private static SSLContext context(KeyStore store, boolean withKey) {
        return withKey ? of(store, store) : of(null, store);
    }

    private static SSLContext of(@Nullable KeyStore own, KeyStore trusted, TrustManager... others) {
        try {
            KeyManager[] keys = new KeyManager[0];
            if (own != null) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
                factory.init(own, SelfSigned.PASSWORD.toCharArray());
                keys = factory.getKeyManagers();
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, others.length > 0 ? others : trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
