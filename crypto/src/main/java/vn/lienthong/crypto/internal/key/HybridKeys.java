package vn.lienthong.crypto.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.KeyGenerator;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.CompositePublicKey;
import org.bouncycastle.jcajce.SecretKeyWithEncapsulation;
import org.bouncycastle.jcajce.spec.KEMExtractSpec;
import org.bouncycastle.math.ec.ECPoint;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.key.KeyAlgorithm;

/**
 * Composite ML-KEM (draft-ietf-lamps-pq-composite-kem) with the elliptic-curve half elsewhere: joining the halves and
 * recovering the shared secret, {@code SHA3-256(mlkemSS ‖ tradSS ‖ tradCT ‖ tradPK ‖ label)}.
 */
public final class HybridKeys {

    private static final int ML_KEM_1024_CIPHERTEXT = 1_568;
    private static final int SECRET_BITS = 256;
    private static final byte[] LABEL = "MLKEM1024-P384".getBytes(StandardCharsets.US_ASCII);

    private HybridKeys() {}

    /** The kind of key that the token holds for a composite algorithm. */
    public static KeyAlgorithm classicalHalf(KeyAlgorithm composite) {
        if (composite != KeyAlgorithm.MLKEM1024_ECDH_P384) {
            throw new IllegalArgumentException("no half of " + composite + " is kept in tokens");
        }
        return KeyAlgorithm.EC_P384;
    }

    /** Adds a new ML-KEM half to a key in a token. */
    public static KeyPair join(KeyAlgorithm composite, PublicKey classicalPublic, TokenPrivateKey classical) {
        try {
            KeyPair postQuantum = KeyPairGenerator.getInstance("ML-KEM-1024", BouncyCastle.PROVIDER)
                    .generateKeyPair();
            CompositePublicKey joined = new CompositePublicKey(
                    KeyCodec.identifierOf(composite).getAlgorithm(),
                    postQuantum.getPublic(),
                    KeyCodec.publicKey(classicalPublic.getEncoded()));
            return new KeyPair(
                    KeyCodec.publicKey(joined.getEncoded()),
                    new HybridPrivateKey(composite, postQuantum.getPrivate(), classical));
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("this installation cannot generate " + composite, e);
        }
    }

    /**
     * Recovers the shared secret.
     *
     * @param key whose ML-KEM half works here
     * @param own the composite public key
     * @param encapsulation from the sender
     * @param agreement raw ECDH of the other half
     * @throws GeneralSecurityException if the encapsulation is not one
     */
    public static byte[] decapsulate(
            java.security.PrivateKey key, PublicKey own, byte[] encapsulation, Function<PublicKey, byte[]> agreement)
            throws GeneralSecurityException {
        CompositePublicKey composite = composite(own);
        if (encapsulation.length <= ML_KEM_1024_CIPHERTEXT) {
            throw new GeneralSecurityException("too short for an encapsulation");
        }
        byte[] postQuantum = Arrays.copyOf(encapsulation, ML_KEM_1024_CIPHERTEXT);
        byte[] point = Arrays.copyOfRange(encapsulation, ML_KEM_1024_CIPHERTEXT, encapsulation.length);
        PublicKey peer = point(point);
        byte[] first = extract(key, postQuantum);
        byte[] second = agreement.apply(peer);
        MessageDigest combiner = MessageDigest.getInstance("SHA3-256");
        combiner.update(first);
        combiner.update(second);
        combiner.update(point);
        combiner.update(pointOf(composite.getPublicKeys().get(1)));
        combiner.update(LABEL);
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        return combiner.digest();
    }

    private static CompositePublicKey composite(PublicKey own) throws GeneralSecurityException {
        try {
            if (KeyCodec.publicKey(own.getEncoded()) instanceof CompositePublicKey composite) {
                return composite;
            }
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("not a composite key", e);
        }
        throw new GeneralSecurityException("not a composite key");
    }

    private static byte[] extract(java.security.PrivateKey key, byte[] encapsulation) throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("ML-KEM", BouncyCastle.PROVIDER);
        generator.init(new KEMExtractSpec.Builder(key, encapsulation, "AES", SECRET_BITS)
                .withNoKdf()
                .build());
        return ((SecretKeyWithEncapsulation) generator.generateKey()).getEncoded();
    }

    private static byte[] pointOf(PublicKey ec) {
        return SubjectPublicKeyInfo.getInstance(ec.getEncoded())
                .getPublicKeyData()
                .getOctets();
    }

    /** A point from outside: uncompressed, on the curve, not infinity. */
    private static PublicKey point(byte[] encoded) throws GeneralSecurityException {
        try {
            X9ECParameters curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp384r1);
            ECPoint point = curve.getCurve().decodePoint(encoded);
            if (point.isInfinity() || !Arrays.equals(point.getEncoded(false), encoded)) {
                throw new GeneralSecurityException("not a point of the curve");
            }
            return KeyCodec.publicKey(new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1),
                            encoded)
                    .getEncoded());
        } catch (IllegalArgumentException | java.io.IOException e) {
            throw new GeneralSecurityException("not a point of the curve", e);
        }
    }
}
