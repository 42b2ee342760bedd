package vn.lienthong.crypto.internal.cades;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The one way in which a public key signs here: the digest follows from the key, nothing is negotiated.
 *
 * @param jcaName name of the signature algorithm for {@link java.security.Signature}
 * @param digestName name of the digest for {@link java.security.MessageDigest}
 * @param digest identifier of the digest, parameters absent (RFC 5754 §2)
 * @param signature identifier of the signature algorithm
 */
public record SignatureScheme(
        String jcaName, String digestName, AlgorithmIdentifier digest, AlgorithmIdentifier signature) {

    private static final int SMALLEST_RSA_BITS = 3072;
    private static final int LARGEST_RSA_BITS = 8192;

    private static final SignatureScheme EC_P256 = new SignatureScheme(
            "SHA256withECDSA",
            "SHA-256",
            identifier(NISTObjectIdentifiers.id_sha256),
            identifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
    private static final SignatureScheme EC_P384 = new SignatureScheme(
            "SHA384withECDSA",
            "SHA-384",
            identifier(NISTObjectIdentifiers.id_sha384),
            identifier(X9ObjectIdentifiers.ecdsa_with_SHA384));
    private static final SignatureScheme RSA = new SignatureScheme(
            "SHA256withRSA",
            "SHA-256",
            identifier(NISTObjectIdentifiers.id_sha256),
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
    private static final SignatureScheme ML_DSA_65 = postQuantum("ML-DSA-65", NISTObjectIdentifiers.id_ml_dsa_65);
    private static final SignatureScheme ML_DSA_87 = postQuantum("ML-DSA-87", NISTObjectIdentifiers.id_ml_dsa_87);

    /**
     * Finds the scheme of a public key.
     *
     * @param key any public key
     * @return empty when the exchange does not accept signatures of such a key
     */
    public static Optional<SignatureScheme> of(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ofCurve(info);
        }
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return ofRsa(key);
        }
        if (algorithm.equals(NISTObjectIdentifiers.id_ml_dsa_65)) {
            return Optional.of(ML_DSA_65);
        }
        return algorithm.equals(NISTObjectIdentifiers.id_ml_dsa_87) ? Optional.of(ML_DSA_87) : Optional.empty();
    }

    /**
     * Finds the scheme of a key that must have one.
     *
     * @param key the public key of a signing key
     * @return the scheme
     * @throws GeneralSecurityException when signatures of such a key are not accepted
     */
    public static SignatureScheme require(PublicKey key) throws GeneralSecurityException {
        return of(key).orElseThrow(() -> new GeneralSecurityException("no signature scheme for this kind of key"));
    }

    /** Returns whether the scheme withstands quantum computers. */
    public boolean isPostQuantum() {
        return equals(ML_DSA_65) || equals(ML_DSA_87);
    }

    private static Optional<SignatureScheme> ofCurve(SubjectPublicKeyInfo info) {
        Object curve = info.getAlgorithm().getParameters();
        if (SECObjectIdentifiers.secp256r1.equals(curve)) {
            return Optional.of(EC_P256);
        }
        return SECObjectIdentifiers.secp384r1.equals(curve) ? Optional.of(EC_P384) : Optional.empty();
    }

    private static Optional<SignatureScheme> ofRsa(PublicKey key) {
        if (key instanceof java.security.interfaces.RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= SMALLEST_RSA_BITS && bits <= LARGEST_RSA_BITS ? Optional.of(RSA) : Optional.empty();
        }
        return Optional.empty();
    }

    private static SignatureScheme postQuantum(String name, ASN1ObjectIdentifier algorithm) {
        return new SignatureScheme(name, "SHA-512", identifier(NISTObjectIdentifiers.id_sha512), identifier(algorithm));
    }

    private static AlgorithmIdentifier identifier(ASN1ObjectIdentifier algorithm) {
        return new AlgorithmIdentifier(algorithm);
    }
}
