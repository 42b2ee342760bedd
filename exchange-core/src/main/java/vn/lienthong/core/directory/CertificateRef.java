package vn.lienthong.core.directory;

import java.time.Instant;
import vn.lienthong.core.value.Sha256;

/**
 * A certificate by its fingerprint; the octets are kept elsewhere and fetched by it.
 *
 * @param fingerprint SHA-256 of the certificate (DER)
 * @param notBefore from when on it may be used
 * @param notAfter until when, exclusive
 */
public record CertificateRef(Sha256 fingerprint, Instant notBefore, Instant notAfter) {

    /** Returns whether the period of use covers the instant. */
    public boolean covers(Instant time) {
        return !time.isBefore(notBefore) && time.isBefore(notAfter);
    }
}
