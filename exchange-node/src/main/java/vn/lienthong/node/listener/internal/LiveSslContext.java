package vn.lienthong.node.listener.internal;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.jspecify.annotations.Nullable;

/** What Tomcat takes its TLS engines from: asks for the context of the moment at each new connection. */
final class LiveSslContext implements SSLContext {

    private final Supplier<javax.net.ssl.SSLContext> current;

    LiveSslContext(Supplier<javax.net.ssl.SSLContext> current) {
        this.current = current;
    }

    @Override
    public SSLEngine createSSLEngine() {
        return current.get().createSSLEngine();
    }

    @Override
    public void init(KeyManager[] keys, TrustManager @Nullable [] trusted, @Nullable SecureRandom random) {
        // Comes initialised.
    }

    @Override
    public void destroy() {
        // Holds nothing.
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return current.get().getServerSessionContext();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return current.get().getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return current.get().getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[0];
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
