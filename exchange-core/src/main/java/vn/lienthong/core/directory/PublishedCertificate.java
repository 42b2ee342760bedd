package vn.lienthong.core.directory;

import java.time.Instant;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Timestamps;

/**
 * A certificate as the directory publishes it.
 *
 * @param der X.509, DER, at most 16 KiB
 * @param notBefore from when on it may be used
 * @param notAfter until when, exclusive; never later than the certificate itself says
 */
public record PublishedCertificate(Octets der, Instant notBefore, Instant notAfter) {

    /** The longest certificate in octets. */
    public static final int MAX_OCTETS = 16 << 10;

    /** Bounds the certificate and refuses an empty period. */
    public PublishedCertificate {
        der = requireDer(der);
        notBefore = Timestamps.millis(notBefore);
        notAfter = Timestamps.millis(notAfter);
        if (!notAfter.isAfter(notBefore)) {
            throw new IllegalArgumentException("a certificate must be valid for some time");
        }
    }

    static Octets requireDer(Octets der) {
        if (der.isEmpty() || der.size() > MAX_OCTETS) {
            throw new IllegalArgumentException("certificate size is out of range");
        }
        return der;
    }

    /** Returns what a snapshot keeps of it. */
    public CertificateRef toRef() {
        return new CertificateRef(der.sha256(), notBefore, notAfter);
    }
}
