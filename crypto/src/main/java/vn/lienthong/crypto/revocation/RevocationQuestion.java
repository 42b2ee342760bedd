package vn.lienthong.crypto.revocation;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.internal.revocation.CrlReading;
import vn.lienthong.crypto.internal.revocation.OcspReading;
import vn.lienthong.crypto.internal.revocation.RevocationAddresses;

/**
 * Asks whether a certificate was revoked.
 *
 * <p>Guarantees: an answer counts only when the issuer of the certificate signed it, or a responder that the issuer certified for
 * this; when it is about this certificate; and when it does not come from the future. Whether it is too old is the caller's to
 * say: {@code until} tells.
 *
 * @param certificate about which is asked
 * @param issuer who issued it
 */
public record RevocationQuestion(X509Certificate certificate, X509Certificate issuer) {

    /** The largest OCSP answer that is looked at, in octets. */
    public static final int MAX_OCSP = 64 << 10;

    /** The largest revocation list that is looked at, in octets. */
    public static final int MAX_LIST = 8 << 20;

    /** Where the certificate says that OCSP is answered: http and https only, at most four. */
    public List<URI> responders() {
        return RevocationAddresses.responders(certificate);
    }

    /** Where the certificate says that revocation lists are: http and https only, at most four. */
    public List<URI> lists() {
        return RevocationAddresses.lists(certificate);
    }

    /** The OCSP request, to be sent by POST. */
    public byte[] ocspRequest() {
        return OcspReading.request(certificate, issuer);
    }

    /** Reads an OCSP answer. */
    public RevocationAnswer ocsp(byte[] answer, Instant at) {
        return answer.length > MAX_OCSP
                ? new RevocationAnswer.Refused("too large")
                : OcspReading.read(answer, certificate, issuer, at);
    }

    /** Reads a revocation list. */
    public RevocationAnswer list(byte[] list, Instant at) {
        return list.length > MAX_LIST
                ? new RevocationAnswer.Refused("too large")
                : CrlReading.read(list, certificate, issuer, at);
    }

    /** Names the certificate by its serial number only. */
    @Override
    public String toString() {
        return "RevocationQuestion[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
