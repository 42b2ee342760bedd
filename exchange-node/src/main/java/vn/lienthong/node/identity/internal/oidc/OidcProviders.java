package vn.lienthong.node.identity.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.ProviderTrip;
import vn.lienthong.node.identity.Vouched;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/** The identity providers of the settings. */
@Service
class OidcProviders implements IdentityProviders, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProviders.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_PARAMETER = 2048;
    private static final int RANDOM_OCTETS = 32;

    private final Map<String, OidcClient> clients = new TreeMap<>();
    private final ProviderTable table;
    private final Accounts accounts;
    private final AccountEvents events;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    OidcProviders(
            OidcSettings settings, ProviderTable table, Accounts accounts, AccountEvents events, InstantSource clock)
            throws IOException {
        this.table = table;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        for (Map.Entry<String, OidcSettings.Provider> one : settings.oidc().entrySet()) {
            OidcSettings.Provider provider = one.getValue();
            Secret secret = provider.clientSecretFile() == null
                    ? new Secret("")
                    : new SecretFile(provider.clientSecretFile()).read();
            clients.put(one.getKey(), new OidcClient(one.getKey(), provider, secret, clock));
        }
    }

    Optional<OidcClient> client(String name) {
        return Optional.ofNullable(clients.get(name));
    }

    @Override
    public List<Offer> all() {
        return clients.entrySet().stream()
                .map(one -> new Offer(
                        one.getKey(),
                        Optional.ofNullable(one.getValue().provider().label()).orElse(one.getKey())))
                .toList();
    }

    @Override
    public List<String> origins() {
        return clients.values().stream()
                .map(OidcClient::provider)
                .flatMap(provider -> Stream.concat(
                        Stream.of(origin(provider.issuer())),
                        provider.hosts().stream().map(host -> "https://" + host)))
                .distinct()
                .toList();
    }

    private static String origin(URI issuer) {
        return "https://" + issuer.getHost() + (issuer.getPort() < 0 ? "" : ":" + issuer.getPort());
    }

    @Override
    public Optional<Departure> begin(String provider, String returnTo, String next) {
        OidcClient client = clients.get(provider);
        if (client == null) {
            return Optional.empty();
        }
        try {
            ClientRegistration registration = client.registration();
            String nonce = drawn();
            OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode();
            request.authorizationUri(
                            String.valueOf(registration.getProviderDetails().getAuthorizationUri()))
                    .clientId(registration.getClientId())
                    .redirectUri(returnTo)
                    .scopes(registration.getScopes())
                    .state(drawn())
                    .attributes(Map.of("registration_id", provider, "nonce", nonce))
                    .additionalParameters(Map.of("nonce", digest(nonce)));
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
            OAuth2AuthorizationRequest built = request.build();
            return Optional.of(new Departure(
                    built.getAuthorizationRequestUri(), new ProviderTrip(provider, built, next, clock.instant())));
        } catch (IOException unreachable) {
            LOG.warn("identity provider {} is out of reach: {}", provider, unreachable.getMessage());
            return Optional.empty();
        }
    }

    private String drawn() {
        byte[] octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static String digest(String nonce) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public Arrival arrive(ProviderTrip trip, Map<String, String> parameters) {
        OidcClient client = clients.get(trip.provider());
        String code = bounded(parameters.get("code"));
        String state = bounded(parameters.get("state"));
        String issuer = bounded(parameters.get("iss"));
        if (client == null
                || !trip.take()
                || !trip.since().plus(PATIENCE).isAfter(clock.instant())
                || !(trip.request() instanceof OAuth2AuthorizationRequest asked)
                || code.isEmpty()
                || !(issuer.isEmpty()
                        || issuer.equals(client.provider().issuer().toString()))) {
            return new Refused();
        }
        try {
            OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                    .state(state)
                    .redirectUri(String.valueOf(asked.getRedirectUri()))
                    .build();
            return judged(trip, client, client.token(asked, response));
        } catch (IOException | RuntimeException hostile) {
            // Whatever an answer makes the parsers and checks throw, it is an answer that does not hold.
            LOG.warn(
                    "identity provider {} did not vouch: {}",
                    trip.provider(),
                    hostile.getClass().getSimpleName());
            return new Refused();
        }
    }

    private static String bounded(@Nullable String parameter) {
        return parameter == null || parameter.length() > LONGEST_PARAMETER ? "" : parameter;
    }

    private Arrival judged(ProviderTrip trip, OidcClient client, OidcIdToken token) {
        String subject = token.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            return new Refused();
        }
        OidcSettings.Provider provider = client.provider();
        Vouched vouched = new Vouched(
                trip.provider(),
                provider.issuer().toString(),
                subject,
                LoginName.parse(String.valueOf(token.getClaims().get(provider.accountClaim())))
                        .map(LoginName::value)
                        .orElse(""),
                strong(provider, token),
                token.getTokenValue(),
                clock.instant());
        Optional<LoginName> linked = table.account(vouched.issuer(), subject);
        if (linked.isEmpty()) {
            return new Stranger(vouched, trip.next());
        }
        return accounts.find(linked.get())
                .<Arrival>map(person -> new Known(person, vouched, trip.next()))
                .orElseGet(Refused::new);
    }

    private static boolean strong(OidcSettings.Provider provider, OidcIdToken token) {
        Object acr = token.getClaims().get("acr");
        Object amr = token.getClaims().get("amr");
        boolean level = acr instanceof String named && provider.strongAcr().contains(named);
        return level
                || (amr instanceof Collection<?> methods
                        && provider.strongAmr().stream().anyMatch(methods::contains));
    }

    @Override
    @Transactional
    public boolean link(Person person, Vouched vouched) {
        return vouched.at().plus(PATIENCE).isAfter(clock.instant())
                && add(person.login(), vouched.provider(), vouched.issuer(), vouched.subject());
    }

    @Override
    @Transactional
    public boolean link(LoginName login, String provider, String subject) {
        OidcClient client = clients.get(provider);
        return client != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && add(login, provider, client.provider().issuer().toString(), subject);
    }

    private boolean add(LoginName login, String provider, String issuer, String subject) {
        Instant now = clock.instant();
        if (!table.add(login, provider, issuer, subject, now)) {
            return false;
        }
        events.tell(new AccountEvent.ProviderLinked(login, provider));
        return true;
    }

    @Override
    @Transactional
    public boolean unlink(LoginName login, String provider) {
        if (!table.remove(login, provider)) {
            return false;
        }
        boolean ended = accounts.endSessions(login);
        events.tell(new AccountEvent.ProviderUnlinked(login, provider));
        return ended || accounts.find(login).isEmpty();
    }

    @Override
    public List<Link> links(LoginName login) {
        return table.links(login);
    }

    @Override
    public Optional<String> farewell(Vouched vouched, String returnTo) {
        OidcClient client = clients.get(vouched.provider());
        if (client == null) {
            return Optional.empty();
        }
        try {
            String address = client.address(
                    client.registration().getProviderDetails().getConfigurationMetadata(), "end_session_endpoint");
            return Optional.of(UriComponentsBuilder.fromUriString(address)
                    .queryParam("id_token_hint", "{token}")
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(vouched.token(), client.provider().clientId(), returnTo)
                    .toUriString());
        } catch (IOException none) {
            LOG.debug("identity provider {} has no page to sign out", vouched.provider());
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        clients.values().forEach(OidcClient::close);
    }
}
