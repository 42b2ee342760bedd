package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import vn.lienthong.crypto.key.SigningKey;

/** An authority and its signers, made fresh for each test class. */
final class TestPki {

    static final Instant NOW = Instant.parse("2026-05-12T02:30:15Z");

    private static final Duration YEAR = Duration.ofDays(365);

    private final KeyPair authorityKey;
    private final X500Name authorityName;
    private final X509Certificate authority;
    private long serial = 1;

    TestPki(String name) {
        try {
            authorityKey = ec("secp384r1");
            authorityName = new X500Name("CN=" + name + ",O=Liên thông,C=VN");
            authority = certify(authorityName, authorityKey, Role.AUTHORITY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate authority() {
        return authority;
    }

    SigningKey ecSigner(String name) {
        return signer(name, ec("secp256r1"));
    }

    SigningKey p384Signer(String name) {
        return signer(name, ec("secp384r1"));
    }

    SigningKey rsaSigner(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            return signer(name, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says that the certificates are revoked, by a list issued now. */
    X509CRL revoke(X509Certificate... certificates) {
        try {
            var list = new JcaX509v2CRLBuilder(authority, Date.from(NOW));
            list.setNextUpdate(Date.from(NOW.plus(YEAR)));
            for (X509Certificate certificate : certificates) {
                list.addCRLEntry(
                        certificate.getSerialNumber(),
                        Date.from(NOW.minus(YEAR.dividedBy(2))),
                        CRLReason.keyCompromise);
            }
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
            return new JcaX509CRLConverter()
                    .getCRL(list.build(
                            new JcaContentSignerBuilder("SHA384withECDSA").build(authorityKey.getPrivate())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An RFC 3161 authority whose clock says {@code time}. */
    TimestampSource timestamps(Instant time) {
        try {
            KeyPair key = ec("secp256r1");
            X509Certificate certificate = certify(new X500Name("CN=TSA,C=VN"), key, Role.TIMESTAMPS);
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var signer =
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key.getPrivate(), certificate);
            var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
            var generator =
                    new TimeStampTokenGenerator(signer, digests.get(sha256), new ASN1ObjectIdentifier("1.2.3.4.1"));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return digest -> token(generator, digest, time);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] token(TimeStampTokenGenerator generator, byte[] digest, Instant time) throws IOException {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        try {
            return generator
                    .generate(requests.generate(TSPAlgorithms.SHA256, digest), BigInteger.TEN, Date.from(time))
                    .getEncoded();
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    private enum Role {
        AUTHORITY(KeyUsage.keyCertSign | KeyUsage.cRLSign),
        SIGNER(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        TIMESTAMPS(KeyUsage.digitalSignature);

        private final int usage;

        Role(int usage) {
            this.usage = usage;
        }
    }

    private SigningKey signer(String name, KeyPair key) {
        try {
            X509Certificate certificate = certify(new X500Name("CN=" + name + ",C=VN"), key, Role.SIGNER);
            return new SigningKey(key.getPrivate(), List.of(certificate, authority));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certify(X500Name subject, KeyPair key, Role role) throws GeneralSecurityException {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                            authorityName,
                            BigInteger.valueOf(serial++),
                            Date.from(NOW.minus(YEAR)),
                            Date.from(NOW.plus(YEAR)),
                            subject,
                            key.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(role == Role.AUTHORITY))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(role.usage))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers.createSubjectKeyIdentifier(key.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(authorityKey.getPublic()));
            if (role == Role.TIMESTAMPS) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder("SHA384withECDSA").build(authorityKey.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
