package vn.lienthong.crypto.token;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import vn.lienthong.crypto.key.KeyAlgorithm;

/**
 * A key pair in a token. The private half cannot be read out of it.
 *
 * @param label its name, unique in the token
 * @param algorithm what it is
 * @param privateKey a handle that signs and agrees in the token; finds the token again by itself when it was away
 * @param certificate the certificate that the token keeps beside the key: the first one is a place-holder that nobody trusts
 */
public record TokenKey(String label, KeyAlgorithm algorithm, PrivateKey privateKey, X509Certificate certificate) {

    /** Names the label only. */
    @Override
    public String toString() {
        return "TokenKey[" + label + "]";
    }
}
