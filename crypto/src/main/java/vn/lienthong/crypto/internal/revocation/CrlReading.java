package vn.lienthong.crypto.internal.revocation;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.lienthong.crypto.revocation.RevocationAnswer;
import vn.lienthong.crypto.revocation.RevocationAnswer.Refused;

/** What a revocation list says about one certificate. */
public final class CrlReading {

    private CrlReading() {}

    /** Reads a list in DER. */
    public static RevocationAnswer read(byte[] der, X509Certificate certificate, X509Certificate issuer, Instant at) {
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return new Refused("the list of another authority");
            }
            list.verify(issuer.getPublicKey());
            // Lists that leave something out (delta, indirect, by reason) say so in a critical extension.
            if (list.hasUnsupportedCriticalExtension() || list.getNextUpdate() == null) {
                return new Refused("the list is partial or has no end");
            }
            return answer(list, certificate, at);
        } catch (RuntimeException | GeneralSecurityException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new Refused("not a revocation list of the issuer");
        }
    }

    private static RevocationAnswer answer(X509CRL list, X509Certificate certificate, Instant at) {
        Instant of = list.getThisUpdate().toInstant();
        Instant until = list.getNextUpdate().toInstant();
        if (of.isAfter(at.plus(OcspReading.LEEWAY))) {
            return new Refused("the list comes from the future");
        }
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        return entry == null
                ? new RevocationAnswer.Good(of, until)
                : new RevocationAnswer.Revoked(entry.getRevocationDate().toInstant(), of, until);
    }
}
