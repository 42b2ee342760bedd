package vn.lienthong.node.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.keys.TlsContexts;

/** Whose certificates are trusted outside: those of the platform, or those of one authority in a file. */
public final class TrustedAuthority {
    private TrustedAuthority() {}

    public static SSLContext context(@Nullable Path file) throws IOException {
        if (file == null) {
            return platform();
        }
        try (var octets = Files.newInputStream(file)) {
            return TlsContexts.trusting(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(octets));
        } catch (CertificateException e) {
            throw new IOException("the certificate of the authority cannot be read: " + file, e);
        }
    }

    private static SSLContext platform() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
