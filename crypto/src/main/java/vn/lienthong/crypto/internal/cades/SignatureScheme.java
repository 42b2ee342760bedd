package vn.lienthong.crypto.internal.cades;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;

/**
 * The one way in which a public key signs here: the digest follows from the key, nothing is negotiated.
 *
 * @param algorithm the algorithm of the key
 * @param digestName name of the digest for {@link java.security.MessageDigest}
 * @param digest identifier of the digest, parameters absent (RFC 5754 §2)
 * @param signature identifier of the signature algorithm
 */
public record SignatureScheme(
        KeyAlgorithm algorithm, String digestName, AlgorithmIdentifier digest, AlgorithmIdentifier signature) {

    /**
     * Finds the scheme of a public key.
     *
     * @param key any public key
     * @return empty when the exchange does not accept signatures of such a key
     */
    public static Optional<SignatureScheme> of(PublicKey key) {
        return KeyAlgorithms.of(key).flatMap(SignatureScheme::of);
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
        return algorithm == KeyAlgorithm.ML_DSA_65 || algorithm == KeyAlgorithm.ML_DSA_87;
    }

    private static Optional<SignatureScheme> of(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> sha256(algorithm, new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
            case EC_P384 ->
                Optional.of(new SignatureScheme(
                        algorithm,
                        "SHA-384",
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384),
                        new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384)));
            case RSA_3072 ->
                sha256(
                        algorithm,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
            case ML_DSA_65 -> postQuantum(algorithm, NISTObjectIdentifiers.id_ml_dsa_65);
            case ML_DSA_87 -> postQuantum(algorithm, NISTObjectIdentifiers.id_ml_dsa_87);
            case MLKEM768_X25519, MLKEM1024_ECDH_P384 -> Optional.empty();
        };
    }

    private static Optional<SignatureScheme> sha256(KeyAlgorithm algorithm, AlgorithmIdentifier signature) {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        return Optional.of(new SignatureScheme(algorithm, "SHA-256", digest, signature));
    }

    // RFC 9882 §3.3: SHA-512 suits both strengths
    private static Optional<SignatureScheme> postQuantum(KeyAlgorithm algorithm, ASN1ObjectIdentifier signature) {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
        return Optional.of(new SignatureScheme(algorithm, "SHA-512", digest, new AlgorithmIdentifier(signature)));
    }
}
