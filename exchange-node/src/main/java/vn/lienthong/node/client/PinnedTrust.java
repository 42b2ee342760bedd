package vn.lienthong.node.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts one authority and no other. */
public final class PinnedTrust {

    private static final int MAX_ANCHOR_BYTES = 1 << 20;

    private PinnedTrust() {}

    /**
     * Trusts the first certificate of the file; what follows in an anchor file are the directory's signing certificates, and
     * those must not vouch for servers.
     *
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public static SSLContext of(Path anchor) throws IOException {
        if (Files.size(anchor) > MAX_ANCHOR_BYTES) {
            throw new IOException("too large for a file of certificates: " + anchor);
        }
        try (InputStream pem = new ByteArrayInputStream(Files.readAllBytes(anchor))) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("anchor", authority);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("no usable certificate in " + anchor, unusable);
        }
    }
}
