package vn.lienthong.crypto.internal.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.key.KeyAlgorithm;

/** Generates keys, recognises their algorithm and translates them to the provider that computes with them. */
public final class KeyCodec {

    /** Making it also teaches the static methods of the library which keys there are. */
    private static final Provider PROVIDER = BouncyCastle.PROVIDER;

    private static final int RSA_BITS = 3072;

    /** id-MLKEM768-X25519-SHA3-256 of draft-ietf-lamps-pq-composite-kem. */
    private static final ASN1ObjectIdentifier MLKEM768_X25519 = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.6.58");

    /** id-MLKEM1024-ECDH-P384-SHA3-256 of draft-ietf-lamps-pq-composite-kem. */
    private static final ASN1ObjectIdentifier MLKEM1024_ECDH_P384 = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.6.63");

    private KeyCodec() {}

    /** Returns a new key pair. */
    public static KeyPair generate(KeyAlgorithm algorithm) {
        try {
            return generator(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this installation cannot generate " + algorithm, e);
        }
    }

    private static KeyPairGenerator generator(KeyAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case EC_P256 -> curve("secp256r1");
            case EC_P384 -> curve("secp384r1");
            case RSA_3072 -> rsa();
            case ML_DSA_65 -> named("ML-DSA-65");
            case ML_DSA_87 -> named("ML-DSA-87");
            case MLKEM768_X25519 -> named("MLKEM768-X25519-SHA3-256");
            case MLKEM1024_ECDH_P384 -> named("MLKEM1024-ECDH-P384-SHA3-256");
        };
    }

    private static KeyPairGenerator named(String name) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(name, PROVIDER);
    }

    private static KeyPairGenerator curve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec(name));
        return generator;
    }

    private static KeyPairGenerator rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return generator;
    }

    /** Returns the algorithm of a public key, empty if the exchange does not use it. */
    public static Optional<KeyAlgorithm> recognise(byte[] subjectPublicKeyInfo) {
        try {
            return recognise(SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo));
        } catch (RuntimeException | IOException e) {
            // hostile bytes: every parse that throws anything is an unknown key
            return Optional.empty();
        }
    }

    private static Optional<KeyAlgorithm> recognise(SubjectPublicKeyInfo info) throws IOException {
        AlgorithmIdentifier identifier = info.getAlgorithm();
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(oid)) {
            return curve(identifier);
        }
        if (PKCSObjectIdentifiers.rsaEncryption.equals(oid)) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
            return rsa.getModulus().bitLength() == RSA_BITS ? Optional.of(KeyAlgorithm.RSA_3072) : Optional.empty();
        }
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (oid.equals(identifierOf(algorithm).getAlgorithm())) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    private static Optional<KeyAlgorithm> curve(AlgorithmIdentifier identifier) {
        if (SECObjectIdentifiers.secp256r1.equals(identifier.getParameters())) {
            return Optional.of(KeyAlgorithm.EC_P256);
        }
        if (SECObjectIdentifiers.secp384r1.equals(identifier.getParameters())) {
            return Optional.of(KeyAlgorithm.EC_P384);
        }
        return Optional.empty();
    }

    /** Returns the identifier that stands in the public key information of this algorithm. */
    public static AlgorithmIdentifier identifierOf(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
            case EC_P384 -> new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1);
            case RSA_3072 -> new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
            case ML_DSA_65 -> new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);
            case ML_DSA_87 -> new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_87);
            case MLKEM768_X25519 -> new AlgorithmIdentifier(MLKEM768_X25519);
            case MLKEM1024_ECDH_P384 -> new AlgorithmIdentifier(MLKEM1024_ECDH_P384);
        };
    }

    /**
     * Decodes a SubjectPublicKeyInfo.
     *
     * @throws IOException if it is not the encoding of a key that BouncyCastle knows
     */
    public static PublicKey publicKey(byte[] subjectPublicKeyInfo) throws IOException {
        try {
            PublicKey key = BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo));
            if (key == null) {
                throw new IOException("no known public key algorithm");
            }
            return key;
        } catch (RuntimeException e) {
            // hostile bytes: every parse that throws anything is a refusal
            throw new IOException("not a public key", e);
        }
    }

    /**
     * Decodes a PKCS#8 private key.
     *
     * @throws IOException if it is not the encoding of a key that BouncyCastle knows
     */
    public static PrivateKey privateKey(byte[] pkcs8) throws IOException {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
            if (KeyReferences.isReference(info)) {
                return KeyReferences.decode(info);
            }
            PrivateKey key = BouncyCastleProvider.getPrivateKey(info);
            if (key == null) {
                throw new IOException("no known private key algorithm");
            }
            return key;
        } catch (RuntimeException e) {
            // the cause is dropped: a parser's message could quote key bytes
            throw new IOException("not a private key");
        }
    }

    /** Returns the key in BouncyCastle's own form; a key behind a token stays as it is. */
    public static PrivateKey translate(PrivateKey key) throws IOException {
        byte[] encoded = key.getEncoded();
        boolean own = key.getClass().getName().startsWith("org.bouncycastle.");
        return encoded == null || own ? key : privateKey(encoded);
    }
}
