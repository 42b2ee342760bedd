package vn.lienthong.node.vxp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.SealingKey;
import vn.lienthong.node.platform.Secret;

/**
 * Seals gateway secrets with a key that is not in the database, bound to the identifier of the secret. Whoever has a
 * copy of the database alone can sign nothing.
 */
@InNodeRole
@Component
public class SecretSeal {

    private static final String NAME = "vxp-secrets";

    private final SealingKey key;
    private final SecureRandom random;

    /**
     * Reads the key, or draws it at the first start.
     *
     * @throws IOException if it cannot be read or kept
     */
    public SecretSeal(KeyVault vault, SecureRandom random) throws IOException {
        this.key = new SealingKey(read(vault, random), random);
        this.random = random;
    }

    private static byte[] read(KeyVault vault, SecureRandom random) throws IOException {
        var known = vault.readSealed(NAME);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] fresh = new byte[SealingKey.OCTETS];
        random.nextBytes(fresh);
        vault.writeSealed(NAME, fresh);
        return fresh;
    }

    /** Draws a secret of 256 bits. */
    public Secret fresh() {
        byte[] octets = new byte[SealingKey.OCTETS];
        random.nextBytes(octets);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** Seals a secret, bound to the identifier. */
    public byte[] seal(UUID id, Secret secret) {
        return key.seal(context(id), secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** Fails on octets that this installation did not seal under this identifier. */
    Secret open(UUID id, byte[] sealed) {
        return new Secret(new String(key.open(context(id), sealed), StandardCharsets.UTF_8));
    }

    private static byte[] context(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
