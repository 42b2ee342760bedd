package vn.lienthong.crypto.internal.token;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;
import vn.lienthong.crypto.internal.key.RemoteKeys;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.crypto.token.TokenException;

/** Signing and agreeing in the token. */
final class TokenOperations implements RemoteKeys {

    private final TokenLink link;

    TokenOperations(TokenLink link) {
        this.link = link;
    }

    @Override
    public byte[] sign(String label, KeyAlgorithm algorithm, String signature, byte[] message) {
        try {
            return link.call(session -> {
                PrivateKey key = (PrivateKey) session.key(label).orElseThrow(() -> TokenKeys.missing(label));
                Signature engine = Signature.getInstance(signature, session.provider());
                engine.initSign(key);
                engine.update(message);
                return engine.sign();
            });
        } catch (TokenException e) {
            throw new KeyAwayException(e);
        }
    }

    @Override
    public byte[] agree(String label, PublicKey peer) {
        try {
            return link.call(session -> {
                PrivateKey key = (PrivateKey) session.key(label).orElseThrow(() -> TokenKeys.missing(label));
                // The platform's own form of the public key: the provider of the token takes no other.
                PublicKey plain =
                        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(peer.getEncoded()));
                KeyAgreement agreement = KeyAgreement.getInstance("ECDH", session.provider());
                agreement.init(key);
                if (agreement.doPhase(plain, true) != null) {
                    throw new IllegalStateException("a phase too many");
                }
                return agreement.generateSecret();
            });
        } catch (TokenException e) {
            throw new KeyAwayException(e);
        }
    }
}
