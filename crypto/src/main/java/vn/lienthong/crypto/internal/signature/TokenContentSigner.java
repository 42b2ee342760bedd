package vn.lienthong.crypto.internal.signature;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import vn.lienthong.crypto.internal.key.TokenPrivateKey;

/**
 * Collects what is to be signed and hands it to the token in one piece, so that a token that was away can be asked a second time.
 * What is signed here is small: attributes, certificates, requests.
 */
final class TokenContentSigner implements ContentSigner {

    private final TokenPrivateKey key;
    private final String signature;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    TokenContentSigner(TokenPrivateKey key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(signature);
    }

    @Override
    public OutputStream getOutputStream() {
        return message;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(signature, message.toByteArray());
    }
}
