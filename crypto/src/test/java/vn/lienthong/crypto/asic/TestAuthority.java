package vn.lienthong.crypto.asic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.SigningKey;

/** A certification authority in memory with the keys that package and timestamp tests need. */
public final class TestAuthority {

    /** The moment at which the tests take place. */
    public static final Instant NOW = Instant.parse("2026-11-21T08:15:30Z");

    /** A clock that stands still. */
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final X500Name ISSUER = new X500Name("CN=Test Authority,O=Lien thong,C=VN");

    private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    private final KeyPair authorityKey;
    private final X509Certificate authority;
    private int serial = 100;

    public TestAuthority() {
        authorityKey = keyPair("EC", "P-384");
        authority = issue(ISSUER, authorityKey, true, List.of());
    }

    /** The trust anchor. */
    public X509Certificate certificate() {
        return authority;
    }

    /** The keys of an agency for suite LT-1. */
    public DualSigningKey agency(String name) {
        return new DualSigningKey(signer(name, "EC", "P-256"), signer(name + " PQ", "ML-DSA", "ML-DSA-65"));
    }

    /** The keys of an agency for suite LT-2. */
    public DualSigningKey secretAgency(String name) {
        return new DualSigningKey(signer(name, "EC", "P-384"), signer(name + " PQ", "ML-DSA", "ML-DSA-87"));
    }

    /** A signing key with any extended key usages, as critical extension. */
    public SigningKey signer(String name, String algorithm, String variant, KeyPurposeId... purposes) {
        KeyPair pair = keyPair(algorithm, variant);
        X509Certificate certificate =
                issue(new X500Name("CN=" + name + ",O=Lien thong,C=VN"), pair, false, List.of(purposes));
        return new SigningKey(pair.getPrivate(), List.of(certificate, authority));
    }

    /** A revocation list in DER that revokes nothing. */
    public byte[] revocationList() {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(ISSUER, Date.from(NOW.minus(1, ChronoUnit.HOURS)));
            builder.setNextUpdate(Date.from(NOW.plus(30, ChronoUnit.DAYS)));
            return builder.build(contentSigner()).getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static AsicSigners signersOf(DualSigningKey key) {
        return new AsicSigners(key.classical().certificate(), key.postQuantum().certificate());
    }

    private static KeyPair keyPair(String algorithm, String variant) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm.equals("ML-DSA") ? variant : algorithm, PROVIDER);
            if (algorithm.equals("EC")) {
                generator.initialize(new java.security.spec.ECGenParameterSpec(variant));
            } else if (algorithm.equals("RSA")) {
                generator.initialize(Integer.parseInt(variant));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate issue(X500Name subject, KeyPair pair, boolean isAuthority, List<KeyPurposeId> purposes) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    ISSUER,
                    BigInteger.valueOf(serial++),
                    Date.from(NOW.minus(30, ChronoUnit.DAYS)),
                    Date.from(NOW.plus(365, ChronoUnit.DAYS)),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            int usage = isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : USAGE;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!purposes.isEmpty()) {
                ExtendedKeyUsage extended = new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new));
                builder.addExtension(Extension.extendedKeyUsage, true, extended);
            }
            byte[] encoded = builder.build(contentSigner()).getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner contentSigner() throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA384withECDSA")
                .setProvider(PROVIDER)
                .build(authorityKey.getPrivate());
    }
}
