package vn.lienthong.node.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * What an identity provider said of somebody, checked.
 *
 * @param provider its name here
 * @param issuer its name in tokens
 * @param subject as it calls the person, for ever
 * @param suggestion what the person may be called here; only to fill a field in
 * @param strong whether it says that a second factor was shown, in the words that the settings ask for
 * @param token the identity token, to sign out with
 * @param at when
 */
public record Vouched(
        String provider, String issuer, String subject, String suggestion, boolean strong, String token, Instant at)
        implements Serializable {
    @Override
    public String toString() {
        return "Vouched[" + provider + "]";
    }
}
