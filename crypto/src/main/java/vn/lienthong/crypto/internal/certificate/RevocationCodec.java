package vn.lienthong.crypto.internal.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import vn.lienthong.crypto.certificate.RevocationCheck;

/** Reads revocation lists. */
public final class RevocationCodec {

    private RevocationCodec() {}

    /** Checks a list; see {@link RevocationCheck#of}. */
    public static RevocationCheck check(byte[] der, X509Certificate authority, Instant at) {
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                return new RevocationCheck.Refused("the list is of another issuer");
            }
            list.verify(authority.getPublicKey());
            return timely(list, at);
        } catch (RuntimeException | IOException | GeneralSecurityException e) {
            // hostile bytes: every parse that throws anything is a refusal
            return new RevocationCheck.Refused("not a revocation list signed by the authority");
        }
    }

    private static RevocationCheck timely(X509CRL list, Instant at) throws IOException {
        if (list.hasUnsupportedCriticalExtension() || list.getNextUpdate() == null) {
            return new RevocationCheck.Refused("the list has an unknown critical extension or no end");
        }
        Instant from = list.getThisUpdate().toInstant();
        Instant to = list.getNextUpdate().toInstant();
        if (at.isBefore(from) || !at.isBefore(to)) {
            return new RevocationCheck.Refused("the list is not current");
        }
        Set<BigInteger> revoked = new HashSet<>();
        if (list.getRevokedCertificates() != null) {
            list.getRevokedCertificates().forEach(entry -> revoked.add(entry.getSerialNumber()));
        }
        return new RevocationCheck.Current(number(list), from, to, revoked);
    }

    private static BigInteger number(X509CRL list) throws IOException {
        byte[] value = list.getExtensionValue(Extension.cRLNumber.getId());
        if (value == null) {
            throw new IOException("no number");
        }
        byte[] content = ASN1OctetString.getInstance(value).getOctets();
        return ASN1Integer.getInstance(content).getPositiveValue();
    }
}
