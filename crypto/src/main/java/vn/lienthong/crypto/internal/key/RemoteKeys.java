package vn.lienthong.crypto.internal.key;

import java.security.PublicKey;
import vn.lienthong.crypto.key.KeyAlgorithm;

/** What is asked of private keys that cannot be read. Both answers come from the token, or it is away: KeyAwayException. */
public interface RemoteKeys {

    /**
     * Signs octets.
     *
     * @param label the key's name
     * @param algorithm the kind of key
     * @param signature JCA name of the signature algorithm
     * @param message what is signed
     */
    byte[] sign(String label, KeyAlgorithm algorithm, String signature, byte[] message);

    /** The shared secret of raw ECDH with a public key of the same curve: the x coordinate. */
    byte[] agree(String label, PublicKey peer);
}
