package vn.lienthong.node.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.platform.SealingKey;
import vn.lienthong.node.protection.FieldSealing;
import vn.lienthong.node.protection.LocalSecrets;
import vn.lienthong.node.protection.Resealing;

/**
 * Encrypts the shared secrets of second factors under the data keys of this installation, bound to the account. Whoever has a copy of the
 * database alone can make no codes.
 */
@Component
public class SecretSealing implements Resealing {
    private static final String PURPOSE = "second-factor";

    private final FieldSealing sealing;
    private final SecondFactorTable table;
    private final Optional<SealingKey> former;

    /**
     * Reads the key of older versions of the program, if there is one: what they sealed is moved in the background.
     *
     * @throws IOException if that key cannot be read
     */
    SecretSealing(FieldSealing sealing, SecondFactorTable table, LocalSecrets secrets, SecureRandom random)
            throws IOException {
        this.sealing = sealing;
        this.table = table;
        this.former = secrets.read("secrets/second-factor-key")
                .map(key -> new SealingKey(Base64.getUrlDecoder().decode(key.reveal()), random));
    }

    byte[] seal(LoginName account, byte[] secret) {
        return sealing.seal(PURPOSE, context(account), secret);
    }

    /** Fails on octets that this installation did not seal for this account. */
    byte[] open(LoginName account, byte[] sealed) {
        // Which form it is, is told by trying: the former one begins with random octets.
        if (former.isPresent() && !sealing.isCurrent(PURPOSE, sealed)) {
            try {
                return former.get().open(context(account), sealed);
            } catch (IllegalStateException otherForm) {
                return sealing.open(PURPOSE, context(account), sealed);
            }
        }
        return sealing.open(PURPOSE, context(account), sealed);
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public int resealSome(int limit) {
        List<LoginName> left = table.sealedOtherwise(sealing.currentPrefix(PURPOSE), limit);
        Rounds.each(left, this::reseal);
        return left.size();
    }

    private void reseal(LoginName account) {
        for (SecondFactorTable.Row row : table.find(account).stream().toList()) {
            byte[] fresh = seal(account, open(account, row.sealed()));
            boolean _ = table.reseal(account, row.sealed(), fresh);
        }
    }

    private static byte[] context(LoginName account) {
        return account.value().getBytes(StandardCharsets.UTF_8);
    }
}
