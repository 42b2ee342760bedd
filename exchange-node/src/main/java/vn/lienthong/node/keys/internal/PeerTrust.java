package vn.lienthong.node.keys.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.certificate.CertificateCheck;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.node.keys.PeerRegister;

/**
 * Accepts a connection when the certificate comes from the directory's authority <em>and</em> the directory lists it for an
 * unrevoked node that may be at the other end. Host names play no part: the directory says which certificate is whose.
 */
final class PeerTrust extends X509ExtendedTrustManager {

    private final TrustAnchor anchor;
    private final PeerRegister register;
    private final InstantSource clock;
    private final Predicate<NodeId> expected;

    PeerTrust(X509Certificate authority, PeerRegister register, InstantSource clock, Predicate<NodeId> expected) {
        this.anchor = new TrustAnchor(authority);
        this.register = register;
        this.clock = clock;
        this.expected = expected;
    }

    /** Who holds the certificate, if it is in order now. */
    Optional<NodeId> holder(X509Certificate certificate) {
        return anchor.check(certificate, CertificateProfile.NODE_TLS, clock.instant()) instanceof CertificateCheck.Valid
                ? register.nodeOf(certificate).filter(expected)
                : Optional.empty();
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || holder(chain[0]).isEmpty()) {
            throw new CertificateException("the directory does not list this certificate for the node that is meant");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {anchor.authority()};
    }
}
