package vn.lienthong.node.identity.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.Secret;

/** One identity provider: what it publishes about itself, read when it is first needed and kept for a while, and its tokens. */
final class OidcClient implements AutoCloseable {
    private static final Duration KEPT = Duration.ofHours(1);
    /** What was published a day ago is better than nothing while the provider is out of reach. */
    private static final Duration STALE = Duration.ofDays(1);

    private static final long KEYS_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_WAIT_MILLIS = Duration.ofSeconds(10).toMillis();
    /** Tokens come from the provider alone, so nobody else can make keys be fetched again and again. */
    private static final long KEYS_PAUSE_MILLIS = Duration.ofSeconds(1).toMillis();

    /** Logout tokens may come from anybody, who must not make the provider be asked all the time. */
    private static final long LOGOUT_KEYS_PAUSE_MILLIS = Duration.ofSeconds(30).toMillis();

    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
    private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final String name;
    private final OidcSettings.Provider provider;
    private final Secret secret;
    private final OidcConnection connection;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private @Nullable Published published;

    OidcClient(String name, OidcSettings.Provider provider, Secret secret, InstantSource clock) throws IOException {
        this.name = name;
        this.provider = provider;
        this.secret = secret;
        this.connection = new OidcConnection(provider);
        this.clock = clock;
    }

    /**
     * What the provider published, and what holds its keys.
     *
     * @param at when
     * @param registration addresses and the like
     * @param decoder of identity tokens
     * @param logouts checks the signatures of logout tokens, nothing else
     */
    private record Published(
            Instant at,
            ClientRegistration registration,
            JwtDecoder decoder,
            DefaultJWTProcessor<SecurityContext> logouts) {}

    OidcSettings.Provider provider() {
        return provider;
    }

    /** What the provider says of itself; throws when it was never reached, or not for a day. */
    ClientRegistration registration() throws IOException {
        return published().registration();
    }

    private synchronized Published published() throws IOException {
        Instant now = clock.instant();
        Published known = published;
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known;
        }
        try {
            Published fresh = discover(now);
            published = fresh;
            return fresh;
        } catch (IOException unreachable) {
            if (known != null && known.at().plus(STALE).isAfter(now)) {
                return known;
            }
            throw unreachable;
        }
    }

    private Published discover(Instant now) throws IOException {
        String base = provider.issuer().toString().replaceAll("/$", "");
        Map<String, Object> facts = parsed(connection.get(URI.create(base + "/.well-known/openid-configuration")));
        if (!provider.issuer().toString().equals(facts.get("issuer"))) {
            throw new IOException("an identity provider calls itself otherwise than the settings do");
        }
        ClientRegistration.Builder registration = ClientRegistration.withRegistrationId(name)
                .clientId(provider.clientId())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .issuerUri(provider.issuer().toString())
                .redirectUri("https://" + provider.issuer().getHost())
                .authorizationUri(address(facts, "authorization_endpoint"))
                .tokenUri(address(facts, "token_endpoint"))
                .jwkSetUri(address(facts, "jwks_uri"))
                .providerConfigurationMetadata(facts)
                .scope(scopes());
        ClientRegistration built = registration.build();
        DefaultJWTProcessor<SecurityContext> logouts = processor(built, LOGOUT_KEYS_PAUSE_MILLIS);
        logouts.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(LOGOUT, JOSEObjectType.JWT, null));
        return new Published(now, built, decoder(built), logouts);
    }

    private List<String> scopes() {
        List<String> all = new ArrayList<>(List.of("openid"));
        all.addAll(provider.scopes());
        return all;
    }

    /** An address that the provider published, if it may be used. */
    String address(Map<String, Object> facts, String which) throws IOException {
        try {
            URI address = URI.create(String.valueOf(facts.get(which)));
            if (provider.allows(address)) {
                return address.toString();
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new IOException("an identity provider gives no address as " + which, notAnAddress);
        }
        throw new IOException("an identity provider names a host that the settings do not allow as " + which);
    }

    private Map<String, Object> parsed(String text) throws IOException {
        try {
            return json.readerForMapOf(Object.class).readValue(text);
        } catch (JacksonException hostile) {
            throw new IOException("an identity provider answered something else than JSON", hostile);
        }
    }

    private JwtDecoder decoder(ClientRegistration registration) throws IOException {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor(registration, KEYS_PAUSE_MILLIS));
        OidcIdTokenValidator validator = new OidcIdTokenValidator(registration);
        validator.setClockSkew(provider.clockSkew());
        validator.setClock(clock());
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private DefaultJWTProcessor<SecurityContext> processor(ClientRegistration registration, long pauseMillis)
            throws IOException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                        URI.create(registration.getProviderDetails().getJwkSetUri())
                                .toURL(),
                        url -> new Resource(connection.get(URI.create(url.toString())), "application/json"))
                .cache(KEYS_MILLIS, KEYS_WAIT_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(pauseMillis)
                .outageTolerant(OUTAGE_MILLIS)
                .build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        return processor;
    }

    /** The claims of a logout token whose signature holds; nothing else of it was checked. */
    JWTClaimsSet logout(String token) throws IOException {
        try {
            return published().logouts().process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            throw new IOException("not signed by the provider", refused);
        }
    }

    private Clock clock() {
        return clock.withZone(ZoneOffset.UTC);
    }

    /** Exchanges the code and checks the token: signature, issuer, audience, times, nonce. Throws when anything does not hold. */
    OidcIdToken token(OAuth2AuthorizationRequest request, OAuth2AuthorizationResponse response) throws IOException {
        Published now = published();
        OidcAuthorizationCodeAuthenticationProvider checks = new OidcAuthorizationCodeAuthenticationProvider(
                new CodeExchange(connection, secret), user -> new DefaultOidcUser(List.of(), user.getIdToken()));
        checks.setJwtDecoderFactory(_ -> now.decoder());
        Authentication outcome = checks.authenticate(new OAuth2LoginAuthenticationToken(
                now.registration(), new OAuth2AuthorizationExchange(request, response)));
        if (outcome != null && outcome.getPrincipal() instanceof OidcUser user) {
            return user.getIdToken();
        }
        throw new IOException("no identity token");
    }

    @Override
    public void close() {
        connection.close();
    }
}
