package vn.lienthong.crypto.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key that signs, together with the certificate chain that speaks for it.
 *
 * <p>The private key may live in memory or behind a token; it is never encoded by this type.
 *
 * @param privateKey the key; its provider is chosen by the key itself
 * @param chain the certificates, the key's own certificate first, the issuing authority's last; never empty
 */
public record SigningKey(PrivateKey privateKey, List<X509Certificate> chain) {

    /** Copies the chain and refuses an empty one. */
    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a signing key needs its certificate");
        }
    }

    /** Returns the certificate of this very key. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Names the certificate only: a key never prints itself. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
