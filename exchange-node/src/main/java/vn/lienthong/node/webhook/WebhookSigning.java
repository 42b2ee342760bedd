package vn.lienthong.node.webhook;

import java.util.List;
import java.util.Map;
import vn.lienthong.node.platform.Secret;

/**
 * Signs as Standard Webhooks 1.0 has it (HMAC-SHA256, {@code v1}). Secrets follow from a key of this installation that is in a file
 * of its own, so that the database and its backups hold none.
 */
public interface WebhookSigning {

    /**
     * Returns a secret as the receiving side enters it.
     *
     * @param purpose names the secret among all; another purpose, another secret
     * @return {@code whsec_…}
     */
    Secret shown(String purpose);

    /**
     * Returns the three headers of a message.
     *
     * @param id of the message, the same at each try
     * @param body as it is sent
     * @param purposes of the secrets to sign with, the newest first; two while one replaces another
     * @return names and values
     */
    Map<String, String> headers(String id, String body, List<String> purposes);
}
