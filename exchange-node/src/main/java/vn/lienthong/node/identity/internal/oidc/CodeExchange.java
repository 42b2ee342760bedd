package vn.lienthong.node.identity.internal.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.platform.Secret;

/** Asks the token endpoint for the tokens of a code (RFC 6749 section 4.1.3, RFC 7636), over the bounded connection. */
final class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {
    private static final String VERIFIER = "code_verifier";
    private static final String CLIENT = "client_id";

    private final OidcConnection connection;
    private final Secret secret;
    private final JsonMapper json = JsonMapper.builder().build();

    CodeExchange(OidcConnection connection, Secret secret) {
        this.connection = connection;
        this.secret = secret;
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest grant) {
        ClientRegistration registration = grant.getClientRegistration();
        OAuth2AuthorizationRequest asked = grant.getAuthorizationExchange().getAuthorizationRequest();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put(
                "code",
                grant.getAuthorizationExchange().getAuthorizationResponse().getCode());
        form.put("redirect_uri", asked.getRedirectUri());
        form.put(VERIFIER, String.valueOf(asked.<Object>getAttribute(VERIFIER)));
        String authorization = "";
        if (secret.reveal().isEmpty()) {
            form.put(CLIENT, registration.getClientId());
        } else if (takesBasic(registration)) {
            authorization = "Basic "
                    + Base64.getEncoder()
                            .encodeToString((coded(registration.getClientId()) + ":" + coded(secret.reveal()))
                                    .getBytes(StandardCharsets.UTF_8));
        } else {
            form.put(CLIENT, registration.getClientId());
            form.put("client_secret", secret.reveal());
        }
        try {
            String answer = connection.post(
                    URI.create(registration.getProviderDetails().getTokenUri()), coded(form), authorization);
            return read(json.readerForMapOf(Object.class).readValue(answer));
        } catch (IOException | JacksonException e) {
            throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"), e);
        }
    }

    private static boolean takesBasic(ClientRegistration registration) {
        Object methods = registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("token_endpoint_auth_methods_supported");
        return !(methods instanceof List<?> known) || known.contains("client_secret_basic");
    }

    private static OAuth2AccessTokenResponse read(Map<String, Object> answer) {
        if (!(answer.get("access_token") instanceof String access)
                || !(answer.get("id_token") instanceof String token)) {
            throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"));
        }
        return OAuth2AccessTokenResponse.withToken(access)
                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                .expiresIn(1)
                .additionalParameters(Map.of("id_token", token))
                .build();
    }

    private static String coded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
    }
}
