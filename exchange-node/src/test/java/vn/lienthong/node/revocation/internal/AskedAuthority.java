package vn.lienthong.node.revocation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority outside the exchange, with people's certificates, a responder and lists; honest or not. */
final class AskedAuthority {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration LIFE = Duration.ofDays(3650);

    private final String name;
    private final KeyPair key = pair();
    private final X509Certificate certificate;
    private long serial = 1;

    AskedAuthority(String name) {
        this.name = name;
        this.certificate = issue(name, key, key, Optional.empty(), Optional.empty());
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A person whose certificate says where to ask. */
    List<X509Certificate> person(String place) {
        return List.of(
                issue("person " + serial, key, pair(), Optional.of(URI.create(place)), Optional.empty()), certificate);
    }

    private X509Certificate issue(
            String subject, KeyPair issuer, KeyPair own, Optional<URI> place, Optional<KeyPurposeId> purpose) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + name),
                    BigInteger.valueOf(serial++),
                    Date.from(BEGIN),
                    Date.from(BEGIN.plus(LIFE)),
                    new X500Name("CN=" + subject),
                    own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == own));
            if (place.isPresent()) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(place.get() + "/ocsp")));
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(uri(place.get() + "/crl"))), null, null)
                }));
            }
            if (purpose.isPresent()) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose.get()));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An OCSP answer of the authority itself. */
    byte[] answer(X509Certificate about, Optional<Instant> revoked, Instant of, Instant until) {
        return answer(about, revoked, of, until, key, new X509CertificateHolder[0]);
    }

    /** An OCSP answer of a responder that the authority has certified for something. */
    byte[] delegated(X509Certificate about, KeyPurposeId purpose, Instant of, Instant until) {
        KeyPair own = pair();
        try {
            X509CertificateHolder responder =
                    new JcaX509CertificateHolder(issue("responder", key, own, Optional.empty(), Optional.of(purpose)));
            return answer(about, Optional.empty(), of, until, own, new X509CertificateHolder[] {responder});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] answer(
            X509Certificate about,
            Optional<Instant> revoked,
            Instant of,
            Instant until,
            KeyPair signer,
            X509CertificateHolder... chain) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            CertificateID id =
                    new CertificateID(sha1, new JcaX509CertificateHolder(certificate), about.getSerialNumber());
            CertificateStatus status = revoked.<CertificateStatus>map(
                            at -> new RevokedStatus(Date.from(at), CRLReason.keyCompromise))
                    .orElse(CertificateStatus.GOOD);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(new X500Name("CN=" + name)));
            builder.addResponse(id, status, Date.from(of), Date.from(until));
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate()),
                                    chain,
                                    Date.from(of)))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list. */
    byte[] list(Instant of, Instant until, X509Certificate... revoked) {
        try {
            var list = new JcaX509v2CRLBuilder(certificate, Date.from(of));
            list.setNextUpdate(Date.from(until));
            for (X509Certificate one : revoked) {
                list.addCRLEntry(one.getSerialNumber(), Date.from(of), CRLReason.keyCompromise);
            }
            return list.build(new JcaContentSignerBuilder(SIGNATURE).build(key.getPrivate()))
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
