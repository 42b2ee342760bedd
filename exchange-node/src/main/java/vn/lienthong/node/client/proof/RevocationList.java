package vn.lienthong.node.client.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.lienthong.crypto.certificate.RevocationCheck;

/** A revocation list of the authority, as it was when a dossier was made: also good for every time before it. */
final class RevocationList {

    private final X509CRL list;

    private RevocationList(X509CRL list) {
        this.list = list;
    }

    /**
     * Reads and verifies a list, whenever it was made.
     *
     * @throws NotProvenException if it is none, or not of this authority
     */
    static RevocationList read(byte[] der, X509Certificate authority) throws NotProvenException {
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            Instant made = list.getThisUpdate().toInstant();
            if (RevocationCheck.of(der, authority, made) instanceof RevocationCheck.Refused(String detail)) {
                throw new NotProvenException("the revocation list: " + detail);
            }
            return new RevocationList(list);
        } catch (GeneralSecurityException notAList) {
            throw new NotProvenException("the revocation list cannot be read");
        }
    }

    /** What was revoked later is not in it. */
    Instant madeAt() {
        return list.getThisUpdate().toInstant();
    }

    /** Whether the certificate was revoked at that time. */
    boolean isRevoked(X509Certificate certificate, Instant at) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        return entry != null && !at.isBefore(entry.getRevocationDate().toInstant());
    }
}
