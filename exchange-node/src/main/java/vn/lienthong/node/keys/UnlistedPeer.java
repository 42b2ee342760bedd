package vn.lienthong.node.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;

/**
 * Somebody was turned away whom the directory does not list, or no longer. Published as an application event, so that whoever
 * keeps account of refusals learns of it.
 *
 * @param certificate fingerprint of what was presented; null when there was none
 */
public record UnlistedPeer(@Nullable Sha256 certificate) {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    /** Whoever sent the request. */
    public static UnlistedPeer of(HttpServletRequest request) {
        return new UnlistedPeer(
                request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                        ? Sha256.of(Certificates.encode(chain[0]))
                        : null);
    }
}
