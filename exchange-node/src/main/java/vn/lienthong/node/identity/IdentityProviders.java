package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Identity providers (OpenID Connect Core 1.0, authorization code with PKCE) that vouch for people with accounts here.
 *
 * <p>Guarantees: an account is never opened by a provider; it is found by issuer and subject, which somebody linked who proved the
 * account or administers it. Nothing here is needed to sign in with a password. A provider out of reach costs one bounded attempt.
 */
public interface IdentityProviders {
    /**
     * Those that are set up.
     *
     * @return in the order of their names
     */
    List<Offer> all();

    /**
     * Where browsers are sent to.
     *
     * @return origins such as {@code https://id.example}
     */
    List<String> origins();

    /**
     * Begins a sign-in.
     *
     * @param provider its name
     * @param returnTo where the provider sends the browser back to
     * @param next the path that was wished
     * @return where to send the browser; empty when there is no such provider or it is out of reach
     */
    Optional<Departure> begin(String provider, String returnTo, String next);

    /**
     * Finishes a sign-in. The token is checked for its signature, issuer, audience, times and nonce.
     *
     * @param trip as begun, from the session
     * @param parameters of the browser's return, of any content
     * @return what came of it
     */
    Arrival arrive(ProviderTrip trip, Map<String, String> parameters);

    /**
     * Links an account whose owner has proved it. Linking and its event are one transaction.
     *
     * @param person whose
     * @param vouched what the provider said in this session
     * @return false when the identity or the account is linked already
     */
    boolean link(Person person, Vouched vouched);

    /**
     * Links an account in advance. Linking and its event are one transaction.
     *
     * @param login whose
     * @param provider its name
     * @param subject as the provider calls the person
     * @return false when there is no such provider, or the identity or the account is linked already
     */
    boolean link(LoginName login, String provider, String subject);

    /**
     * Takes a link away and ends the sessions of the account.
     *
     * @param login whose
     * @param provider its name
     * @return false when there was none
     */
    boolean unlink(LoginName login, String provider);

    /**
     * The links of an account.
     *
     * @param login whose
     * @return by provider
     */
    List<Link> links(LoginName login);

    /**
     * Where to send a browser to sign out of the provider, too.
     *
     * @param vouched what the provider said when the session began
     * @param returnTo where it sends the browser back to
     * @return empty when the provider has no such page
     */
    Optional<String> farewell(Vouched vouched, String returnTo);

    /**
     * A provider as people see it.
     *
     * @param name in paths
     * @param label on the button
     */
    record Offer(String name, String label) {}

    /**
     * A link.
     *
     * @param provider its name
     * @param subject as the provider calls the person
     * @param since when it was made
     */
    record Link(String provider, String subject, Instant since) {}

    /**
     * What was begun.
     *
     * @param address where to send the browser
     * @param trip to be kept in the session
     */
    record Departure(String address, ProviderTrip trip) {}

    /** What came of a sign-in. */
    sealed interface Arrival {}

    /**
     * Somebody with an account.
     *
     * @param person who
     * @param vouched what the provider said
     * @param next the path that was wished
     */
    record Known(Person person, Vouched vouched, String next) implements Arrival {}

    /**
     * Somebody whom the provider knows and no account is linked to.
     *
     * @param vouched what the provider said
     * @param next the path that was wished
     */
    record Stranger(Vouched vouched, String next) implements Arrival {}

    /** The answer does not hold, or the provider did not vouch. The log says which. */
    record Refused() implements Arrival {}
}
