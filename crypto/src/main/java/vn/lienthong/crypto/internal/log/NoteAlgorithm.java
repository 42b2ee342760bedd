package vn.lienthong.crypto.internal.log;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The signature algorithms of notes. */
public enum NoteAlgorithm {
    /** Ed25519, RFC 8032. */
    ED25519(32, 64),
    /** ML-DSA-44 with empty context, FIPS 204. */
    ML_DSA_44(1312, 2420);

    private final int publicKeyLength;
    private final int signatureLength;

    NoteAlgorithm(int publicKeyLength, int signatureLength) {
        this.publicKeyLength = publicKeyLength;
        this.signatureLength = signatureLength;
    }

    /** Returns the octets of a public key. */
    public int publicKeyLength() {
        return publicKeyLength;
    }

    /** Returns the octets of a signature. */
    public int signatureLength() {
        return signatureLength;
    }

    AsymmetricCipherKeyPairGenerator generator() {
        SecureRandom random = new SecureRandom();
        return switch (this) {
            case ED25519 -> {
                Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
                generator.init(new Ed25519KeyGenerationParameters(random));
                yield generator;
            }
            case ML_DSA_44 -> {
                MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
                generator.init(new MLDSAKeyGenerationParameters(random, MLDSAParameters.ml_dsa_44));
                yield generator;
            }
        };
    }

    Signer signer() {
        return switch (this) {
            case ED25519 -> new Ed25519Signer();
            case ML_DSA_44 -> new MLDSASigner();
        };
    }

    boolean owns(AsymmetricKeyParameter privateKey) {
        return switch (this) {
            case ED25519 -> privateKey instanceof Ed25519PrivateKeyParameters;
            case ML_DSA_44 ->
                privateKey instanceof MLDSAPrivateKeyParameters key
                        && MLDSAParameters.ml_dsa_44
                                .getName()
                                .equals(key.getParameters().getName());
        };
    }

    /** Returns the usable form of a raw public key; Ed25519 points of small order are refused, as anybody can sign for them. */
    AsymmetricKeyParameter publicKey(byte[] raw) {
        if (raw.length != publicKeyLength) {
            throw new IllegalArgumentException("a public key of " + raw.length + " octets");
        }
        return switch (this) {
            case ED25519 -> {
                if (!Ed25519.validatePublicKeyFull(raw, 0)) {
                    throw new IllegalArgumentException("not a point of the group");
                }
                yield new Ed25519PublicKeyParameters(raw);
            }
            case ML_DSA_44 -> new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, raw);
        };
    }
}
