package vn.lienthong.node.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.SealingKey;
import vn.lienthong.node.platform.SecretFile;

/**
 * Encrypts the shared secrets of second factors with a key of this installation that is not in the database, bound
 * to the account. Whoever has a copy of the database alone can make no codes.
 */
@Component
public class SecretSealing {
    private final SealingKey key;

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
                .decode(file.readOrCreate(SealingKey.OCTETS, random).reveal());
        this.key = new SealingKey(octets, random);
    }

    byte[] seal(LoginName account, byte[] secret) {
        return key.seal(context(account), secret);
    }

    /** Fails on octets that this installation did not seal for this account. */
    byte[] open(LoginName account, byte[] sealed) {
        return key.open(context(account), sealed);
    }

    private static byte[] context(LoginName account) {
        return account.value().getBytes(StandardCharsets.UTF_8);
    }
}
