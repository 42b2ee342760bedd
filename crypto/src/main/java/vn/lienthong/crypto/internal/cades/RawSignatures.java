package vn.lienthong.crypto.internal.cades;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.KeyCodec;
import vn.lienthong.crypto.internal.signature.ContentSigners;

/** Makes and checks bare signature values. */
final class RawSignatures {

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
    static byte[] sign(PrivateKey key, SignatureScheme scheme, byte[] message) throws GeneralSecurityException {
        try {
            ContentSigner signer = ContentSigners.signer(key, scheme.algorithm());
            try (OutputStream out = signer.getOutputStream()) {
                out.write(message);
            }
            return signer.getSignature();
        } catch (IOException | IllegalArgumentException | RuntimeOperatorException e) {
            throw new GeneralSecurityException("the key does not sign", e);
        }
    }

    /** Checks a signature value. Whatever the bytes do to the parser of the value, the answer is false then. */
    static boolean verify(PublicKey key, SignatureScheme scheme, byte[] message, byte[] value) {
        try {
            Signature signature =
                    Signature.getInstance(ContentSigners.signatureName(scheme.algorithm()), BouncyCastle.PROVIDER);
            signature.initVerify(KeyCodec.publicKey(key.getEncoded()));
            signature.update(message);
            return signature.verify(value);
        } catch (GeneralSecurityException | IOException e) {
            return false;
        } catch (RuntimeException e) {
            // hostile signature values make the provider throw undeclared exceptions: every one of them is a refusal
            return false;
        }
    }
}
