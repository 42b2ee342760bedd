package vn.lienthong.node.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from, as the connection itself shows it.
 *
 * @param address network address in digits
 * @param certificate digest of the client certificate whose key the caller has proved to hold, or null without one
 */
public record CallOrigin(String address, @Nullable CertificateDigest certificate) {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    /**
     * The origin of a request: the certificate is there only at a port that asks for one, and then its owner has proved to
     * hold the private key.
     *
     * @param request as the container gives it
     * @return where it comes from
     */
    public static CallOrigin of(HttpServletRequest request) {
        CertificateDigest digest =
                request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                        ? CertificateDigest.of(chain[0])
                        : null;
        return new CallOrigin(String.valueOf(request.getRemoteAddr()), digest);
    }
}
