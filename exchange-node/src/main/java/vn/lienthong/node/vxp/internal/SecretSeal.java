package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;

/**
 * Seals gateway secrets with a key that is not in the database: AES-256-GCM, bound to the identifier of the secret. Whoever has a
 * copy of the database alone can sign nothing.
 */
@InNodeRole
@Component
public class SecretSeal {

    private static final String NAME = "vxp-secrets";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Reads the key, or draws it at the first start.
     *
     * @throws IOException if it cannot be read or kept
     */
    public SecretSeal(KeyVault vault, SecureRandom random) throws IOException {
        this.key = new SecretKeySpec(read(vault, random), "AES");
        this.random = random;
    }

    private static byte[] read(KeyVault vault, SecureRandom random) throws IOException {
        var known = vault.readSealed(NAME);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fresh = new byte[KEY_OCTETS];
        random.nextBytes(fresh);
        vault.writeSealed(NAME, fresh);
        return fresh;
    }

    /** Draws a secret of 256 bits. */
    public Secret fresh() {
        byte[] octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** Seals a secret, bound to the identifier. */
    public byte[] seal(UUID id, Secret secret) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, id, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_OCTETS + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Fails on octets that this installation did not seal under this identifier. */
    Secret open(UUID id, byte[] sealed) {
        ByteBuffer octets = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_OCTETS];
        octets.get(nonce);
        byte[] rest = new byte[octets.remaining()];
        octets.get(rest);
        return new Secret(new String(apply(Cipher.DECRYPT_MODE, id, nonce, rest), StandardCharsets.UTF_8));
    }

    private byte[] apply(int mode, UUID id, byte[] nonce, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a gateway secret cannot be read with this installation's key", e);
        }
    }
}
