package vn.lienthong.node.notification.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/**
 * The secrets with which webhooks are signed (HMAC-SHA256 as Standard Webhooks has it). They follow from a key of this installation
 * that is not in the database, so that the database holds none.
 */
@InNodeRole
@Component
class WebhookSecrets {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_OCTETS = 32;
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    WebhookSecrets(DataDirectory data, SecureRandom random) throws IOException {
        SecretFile file = new SecretFile(data.secrets().resolve("webhook-key"));
        this.key = Base64.getUrlDecoder()
                .decode(file.readOrCreate(KEY_OCTETS, random).reveal());
    }

    /** What the person enters at the receiving side. */
    Secret shown(LoginName login, int epoch) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(secret(login, epoch)));
    }

    private byte[] secret(LoginName login, int epoch) {
        return mac(key, "webhook\0" + login.value() + "\0" + epoch);
    }

    /** The header {@code webhook-signature}. */
    String signature(LoginName login, int epoch, String id, long second, String body) {
        return "v1," + Base64.getEncoder().encodeToString(mac(secret(login, epoch), id + "." + second + "." + body));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform knows no " + MAC, e);
        }
    }
}
