package vn.lienthong.node.gateway.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.audit.KeyAddresses;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.ApiTokens;
import vn.lienthong.node.identity.CallOrigin;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.IssuedToken;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** {@code POST /oauth2/token}: client credentials (RFC 6749 §4.4) for a token that a certificate may bind (RFC 8705). */
@RestController
class TokenResource {
    private static final String BASIC = "basic ";
    private static final String KEY = "ltk_";
    private static final int LONGEST = 400;

    private final ApiKeys keys;
    private final ApiTokens tokens;
    private final Refusals refusals;
    private final KeyAddresses addresses;

    TokenResource(ApiKeys keys, ApiTokens tokens, Refusals refusals, KeyAddresses addresses) {
        this.keys = keys;
        this.tokens = tokens;
        this.refusals = refusals;
        this.addresses = addresses;
    }

    /** The answer of RFC 6749 §5.1; {@code cnf} says to which certificate the token is bound. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope,
            @Nullable Map<String, String> cnf) {
        @Override
        public String toString() {
            return "Token[" + scope + "]";
        }
    }

    /** The answer of RFC 6749 §5.2. */
    record Refused(
            String error, @JsonProperty("error_description") String description) {}

    private record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client";
        }
    }

    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request", "Nothing of a request belongs into its address");
        }
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Only client_credentials");
        }
        Optional<ApiCaller> caller = authenticated(request);
        if (caller.isEmpty()) {
            refusals.report(request, Reason.KEY_UNKNOWN, "anonymous");
            return refused(HttpStatus.UNAUTHORIZED, "invalid_client", "Key or certificate open nothing");
        }
        addresses.used(caller.get().key().value(), request.getRemoteAddr());
        Optional<Set<ApiScope>> scopes = scopes(caller.get(), request.getParameter("scope"));
        return scopes.isEmpty()
                ? refused(HttpStatus.BAD_REQUEST, "invalid_scope", "The key does not carry this scope")
                : issued(caller.get(), scopes.get(), CallOrigin.of(request).certificate());
    }

    private ResponseEntity<?> issued(ApiCaller caller, Set<ApiScope> scopes, @Nullable CertificateDigest certificate) {
        IssuedToken issued = tokens.issue(caller, scopes, certificate);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(new Token(
                        issued.token().reveal(),
                        "Bearer",
                        issued.life().toSeconds(),
                        names(scopes),
                        certificate == null ? null : Map.of("x5t#S256", certificate.thumbprint())));
    }

    private Optional<ApiCaller> authenticated(HttpServletRequest request) {
        CallOrigin origin = CallOrigin.of(request);
        Optional<Client> client = client(request);
        if (client.isEmpty()) {
            return Optional.empty();
        }
        String secret = client.get().secret();
        CertificateDigest certificate = origin.certificate();
        ApiKeyCheck check = new ApiKeyCheck.Unknown();
        if (secret.startsWith(KEY)) {
            // A token must not open the way to the next one.
            check = keys.check(secret, origin);
        } else if (secret.isEmpty() && certificate != null) {
            check = keys.byCertificate(certificate, origin.address());
        }
        return check instanceof ApiKeyCheck.Accepted(ApiCaller caller)
                        && caller.key().value().equals(client.get().id())
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Basic authentication or the form, never both. */
    private static Optional<Client> client(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        String id = request.getParameter("client_id");
        String secret = request.getParameter("client_secret");
        if (header == null) {
            return id == null ? Optional.empty() : Optional.of(new Client(id, secret == null ? "" : secret));
        }
        boolean basic =
                header.length() <= LONGEST && header.toLowerCase(Locale.ROOT).startsWith(BASIC);
        return basic && secret == null ? decoded(header.substring(BASIC.length())) : Optional.empty();
    }

    private static Optional<Client> decoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Client(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<ApiScope>> scopes(ApiCaller caller, @Nullable String wished) {
        if (wished == null || wished.isBlank()) {
            return Optional.of(caller.scopes());
        }
        List<String> names = Arrays.asList(wished.strip().split(" +", -1));
        Set<ApiScope> granted = caller.scopes().stream()
                .filter(scope -> names.contains(name(scope)))
                .collect(Collectors.toUnmodifiableSet());
        return granted.size() == Set.copyOf(names).size() ? Optional.of(granted) : Optional.empty();
    }

    private static String names(Set<ApiScope> scopes) {
        return scopes.stream().map(TokenResource::name).sorted().collect(Collectors.joining(" "));
    }

    static String name(ApiScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Refused> refused(HttpStatus status, String error, String description) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Basic realm=\"lienthong\"");
        }
        return answer.body(new Refused(error, description));
    }
}
