package vn.lienthong.node.identity.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.SecretFile;

/**
 * Encrypts the shared secrets of second factors with a key of this installation that is not in the database: AES-256-GCM, bound
 * to the account. Whoever has a copy of the database alone can make no codes.
 */
@Component
public class SecretSealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Reads the key, or draws it at the first start.
     *
     * @param data where it lies
     * @param random for key and nonces
     * @throws IOException if the key file cannot be read or made
     */
    public SecretSealing(DataDirectory data, SecureRandom random) throws IOException {
        SecretFile file = new SecretFile(data.secrets().resolve("second-factor-key"));
        byte[] octets = Base64.getUrlDecoder()
                .decode(file.readOrCreate(KEY_OCTETS, random).reveal());
        this.key = new SecretKeySpec(octets, "AES");
        this.random = random;
    }

    byte[] seal(LoginName account, byte[] secret) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(NONCE_OCTETS + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Fails on octets that this installation did not seal for this account. */
    byte[] open(LoginName account, byte[] sealed) {
        ByteBuffer octets = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_OCTETS];
        octets.get(nonce);
        byte[] rest = new byte[octets.remaining()];
        octets.get(rest);
        return apply(Cipher.DECRYPT_MODE, account, nonce, rest);
    }

    private byte[] apply(int mode, LoginName account, byte[] nonce, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the second factor of an account cannot be read with this key", e);
        }
    }
}
