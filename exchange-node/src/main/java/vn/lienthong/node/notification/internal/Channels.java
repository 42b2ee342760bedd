package vn.lienthong.node.notification.internal;

import org.jspecify.annotations.Nullable;
import vn.lienthong.node.identity.LoginName;

/**
 * How a person can be reached outside the page.
 *
 * @param login whose
 * @param email address, or null
 * @param emailStopped why nothing is sent there any more, or null
 * @param webhook address, or null
 * @param webhookEpoch from which the secret follows
 * @param webhookStopped why nothing is sent there any more, or null
 * @param quiet when not, or null
 * @param language {@code vi} or {@code en}
 */
record Channels(
        LoginName login,
        @Nullable String email,
        @Nullable String emailStopped,
        @Nullable String webhook,
        int webhookEpoch,
        @Nullable String webhookStopped,
        @Nullable QuietHours quiet,
        String language) {

    static Channels none(LoginName login) {
        return new Channels(login, null, null, null, 1, null, null, "vi");
    }

    boolean hasEmail() {
        return email != null && emailStopped == null;
    }

    boolean hasWebhook() {
        return webhook != null && webhookStopped == null;
    }
}
