package vn.lienthong.crypto.internal.signature;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.internal.key.TokenPrivateKey;
import vn.lienthong.crypto.key.KeyAlgorithm;

/** Turns private keys into signers, and fixes the one signature algorithm of each key algorithm. */
public final class ContentSigners {

    private ContentSigners() {}

    /** Returns the JCA name of the only signature algorithm that a key of this algorithm makes. */
    public static String signatureName(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "SHA256withECDSA";
            case EC_P384 -> "SHA384withECDSA";
            case RSA_3072 -> "SHA256withRSA";
            case ML_DSA_65 -> "ML-DSA-65";
            case ML_DSA_87 -> "ML-DSA-87";
            case MLKEM768_X25519, MLKEM1024_ECDH_P384 ->
                throw new IllegalArgumentException("a key of " + algorithm + " does not sign");
        };
    }

    /**
     * Returns a signer, good for one thread. A key of an opened token signs there; any other key without an encoding belongs to
     * a provider that the platform finds.
     */
    public static ContentSigner signer(PrivateKey key, KeyAlgorithm algorithm) {
        if (key instanceof TokenPrivateKey token) {
            return new TokenContentSigner(token, signatureName(algorithm));
        }
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(signatureName(algorithm));
        try {
            if (key.getEncoded() == null) {
                return builder.build(key);
            }
            return builder.setProvider(BouncyCastle.PROVIDER).build(KeyCodec.translate(key));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalArgumentException("the key cannot sign with " + algorithm, e);
        }
    }
}
