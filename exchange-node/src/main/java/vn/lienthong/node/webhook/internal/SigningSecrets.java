package vn.lienthong.node.webhook.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.protection.LocalSecrets;
import vn.lienthong.node.webhook.WebhookSigning;

/** Secrets that follow from the key in a file of its own. */
@InNodeRole
@Component
class SigningSecrets implements WebhookSigning {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_OCTETS = 32;
    private static final String PREFIX = "whsec_";

    private final byte[] key;
    private final InstantSource clock;

    SigningSecrets(LocalSecrets secrets, InstantSource clock) throws IOException {
        this.key = Base64.getUrlDecoder()
                .decode(secrets.readOrDraw("secrets/webhook-key", KEY_OCTETS).reveal());
        this.clock = clock;
    }

    @Override
    public Secret shown(String purpose) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(secret(purpose)));
    }

    private byte[] secret(String purpose) {
        return mac(key, "webhook\0" + purpose);
    }

    @Override
    public Map<String, String> headers(String id, String body, List<String> purposes) {
        String second = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", second);
        headers.put(
                "webhook-signature",
                purposes.stream()
                        .map(purpose -> "v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac(secret(purpose), id + "." + second + "." + body)))
                        .collect(Collectors.joining(" ")));
        return headers;
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
