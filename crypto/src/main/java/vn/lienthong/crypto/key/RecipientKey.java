package vn.lienthong.crypto.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A private key that opens key envelopes, with the certificate that senders sealed to.
 *
 * @param privateKey a composite ML-KEM private key
 * @param certificate the published certificate of the same key
 */
public record RecipientKey(PrivateKey privateKey, X509Certificate certificate) {

    /** Names the certificate only: a key never prints itself. */
    @Override
    public String toString() {
        return "RecipientKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
