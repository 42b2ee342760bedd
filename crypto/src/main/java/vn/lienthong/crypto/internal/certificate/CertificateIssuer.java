package vn.lienthong.crypto.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.RevokedCertificate;
import vn.lienthong.crypto.internal.signature.ContentSigners;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;

/** Builds certificates and revocation lists. */
public final class CertificateIssuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Nodes' clocks differ a little: a certificate is valid at once everywhere. */
    private static final Duration BACKDATE = Duration.ofMinutes(5);

    private static final int SERIAL_BITS = 127;

    private CertificateIssuer() {}

    /** Returns the certificate of a new authority. */
    public static X509Certificate selfSigned(KeyPair pair, CertificateOrder order, Instant now) {
        X500Name name = X500Name.getInstance(order.subject().getEncoded());
        Instant end = now.plus(order.validity());
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X509v3CertificateBuilder builder = builder(name, now, end, name, key);
        ContentSigner signer = ContentSigners.signer(pair.getPrivate(), KeyAlgorithm.EC_P384);
        return sign(builder, ProfileExtensions.of(order, key, key), signer);
    }

    /** Returns a leaf certificate signed by the root. */
    public static X509Certificate issue(PublicKey key, CertificateOrder order, SigningKey root, Instant now) {
        X509Certificate authority = root.certificate();
        Instant wanted = now.plus(order.validity());
        Instant limit = authority.getNotAfter().toInstant();
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        X509v3CertificateBuilder builder = builder(
                X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
                now,
                wanted.isAfter(limit) ? limit : wanted,
                X500Name.getInstance(order.subject().getEncoded()),
                info);
        SubjectPublicKeyInfo issuerKey =
                SubjectPublicKeyInfo.getInstance(authority.getPublicKey().getEncoded());
        return sign(builder, ProfileExtensions.of(order, info, issuerKey), signer(root));
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, Instant now, Instant end, X500Name subject, SubjectPublicKeyInfo key) {
        Instant start = now.minus(BACKDATE).truncatedTo(ChronoUnit.SECONDS);
        return new X509v3CertificateBuilder(
                issuer, serial(), Date.from(start), Date.from(end.truncatedTo(ChronoUnit.SECONDS)), subject, key);
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE);
    }

    private static ContentSigner signer(SigningKey root) {
        KeyAlgorithm algorithm = KeyAlgorithms.of(root.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("an authority with an unknown key"));
        return ContentSigners.signer(root.privateKey(), algorithm);
    }

    private static X509Certificate sign(
            X509v3CertificateBuilder builder, Collection<Extension> extensions, ContentSigner signer) {
        try {
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            return CertificateCodec.decode(builder.build(signer).getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("an issued certificate does not read back", e);
        }
    }

    /** Returns a revocation list in DER. */
    public static byte[] revocationList(
            Collection<RevokedCertificate> revoked, long number, Duration untilNext, SigningKey root, Instant now) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(
                        root.certificate().getSubjectX500Principal().getEncoded()),
                Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(untilNext)));
        for (RevokedCertificate entry : revoked) {
            builder.addCRLEntry(entry.serialNumber(), Date.from(entry.revokedAt()), CRLReason.unspecified);
        }
        try {
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            return builder.build(signer(root)).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a revocation list without an encoding", e);
        }
    }
}
