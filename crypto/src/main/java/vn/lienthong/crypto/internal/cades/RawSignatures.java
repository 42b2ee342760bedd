package vn.lienthong.crypto.internal.cades;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import vn.lienthong.crypto.internal.BouncyCastle;

/** Makes and checks bare signature values; decides which provider computes. */
public final class RawSignatures {

    private RawSignatures() {}

    /**
     * Signs octets.
     *
     * @param key a key in memory or behind a token
     * @param scheme the scheme of the key's certificate
     * @param message what to sign
     * @return the signature value
     * @throws GeneralSecurityException when the key cannot sign, for instance because its token is gone
     */
    public static byte[] sign(PrivateKey key, SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        Signature signature = signatureFor(key, scheme);
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    /**
     * Checks a signature value. Whatever the bytes do to the parser of the value, the answer is false then.
     *
     * @param key the signer's public key
     * @param scheme the scheme of that key
     * @param message what was signed
     * @param value the signature value
     * @return whether the value is the key's signature of the message
     */
    public static boolean verify(PublicKey key, SignatureScheme scheme, byte[] message, byte[] value) {
        try {
            Signature signature = Signature.getInstance(scheme.jcaName(), BouncyCastle.PROVIDER);
            signature.initVerify(BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(key.getEncoded())));
            signature.update(message);
            return signature.verify(value);
        } catch (GeneralSecurityException | IOException e) {
            return false;
        } catch (RuntimeException e) {
            // hostile signature values make the provider throw undeclared exceptions: every one of them is a refusal
            return false;
        }
    }

    // BouncyCastle is several times faster on the curves, but a key behind a token has no encoding and only its own
    // provider can use it: then the JCA picks the provider by the key.
    private static Signature signatureFor(PrivateKey key, SignatureScheme scheme) throws GeneralSecurityException {
        if ("PKCS#8".equals(key.getFormat())) {
            Signature signature = Signature.getInstance(scheme.jcaName(), BouncyCastle.PROVIDER);
            if (accepts(signature, key)) {
                return signature;
            }
        }
        return Signature.getInstance(scheme.jcaName());
    }

    private static boolean accepts(Signature signature, PrivateKey key) {
        try {
            signature.initSign(key);
            return true;
        } catch (InvalidKeyException e) {
            return false;
        }
    }
}
