package vn.lienthong.node.delivery.internal.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Seals what opens kept documents under the archive key of this installation, which lies in the vault: AES-256-GCM, bound to the
 * parcel.
 */
@Component
@InNodeRole
class ArchiveSealing {

    private static final String FILE = "archive-key";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    ArchiveSealing(KeyVault vault, SecureRandom random) throws IOException {
        Optional<byte[]> kept = vault.readSealed(FILE);
        byte[] octets = kept.isPresent() ? kept.get() : drawn(vault, random);
        this.key = new SecretKeySpec(octets, "AES");
        this.random = random;
        Arrays.fill(octets, (byte) 0);
    }

    private static byte[] drawn(KeyVault vault, SecureRandom random) throws IOException {
        byte[] octets = new byte[KEY];
        random.nextBytes(octets);
        vault.writeSealed(FILE, octets);
        return octets;
    }

    byte[] seal(UUID parcel, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, parcel).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every platform has AES-GCM", e);
        }
    }

    /**
     * Opens what was sealed for the parcel.
     *
     * @throws IOException if it was not sealed so by this installation
     */
    byte[] open(UUID parcel, byte[] sealed) throws IOException {
        if (sealed.length < NONCE) {
            throw new IOException("the archived key is damaged");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), parcel)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IOException("the archived key is damaged", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID parcel) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(parcel.getMostSignificantBits())
                .putLong(parcel.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
