package vn.lienthong.node.listener;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through a handshake. Its holder has proved to hold the private key, nothing else: the certificate
 * counts only where its digest was registered, whoever issued it. Never used for connections to others.
 */
public final class ClaimedCertificates extends X509ExtendedTrustManager {
    private static final int LONGEST_CHAIN = 8;

    /** Trusts nobody as a server. */
    public ClaimedCertificates() {
        super();
    }

    private static void bounded(X509Certificate[] chain) throws CertificateException {
        if (chain.length > LONGEST_CHAIN) {
            throw new CertificateException("chain is too long");
        }
    }

    private static CertificateException noServer() {
        return new CertificateException("this is for clients only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        bounded(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        bounded(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        bounded(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
