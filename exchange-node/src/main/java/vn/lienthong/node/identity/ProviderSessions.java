package vn.lienthong.node.identity;

import java.util.OptionalInt;

/**
 * Sessions that began with the word of an identity provider, ended by the provider (OpenID Connect Back-Channel Logout 1.0).
 *
 * <p>Guarantees: a provider ends only sessions for which it vouched itself; a token ends something once.
 */
public interface ProviderSessions {
    /**
     * Notes whose word a session began with.
     *
     * @param session which
     * @param vouched what the provider said
     */
    void began(SessionId session, Vouched vouched);

    /**
     * Ends the sessions that a logout token names. Ending, its events and the note that the token was used are one transaction.
     *
     * @param provider name of the provider that is said to speak
     * @param token of any content
     * @return how many sessions ended; empty when the token does not hold or was used before
     */
    OptionalInt end(String provider, String token);
}
