package vn.lienthong.node.identity.internal.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.oidc}: identity providers by name.
 *
 * @param oidc by name, 1 to 20 lower-case letters, digits and hyphens
 */
@ConfigurationProperties("lienthong")
record OidcSettings(@DefaultValue Map<String, Provider> oidc) {
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);

    OidcSettings {
        oidc = new TreeMap<>(oidc);
        oidc.keySet().forEach(name -> require(name.matches("[a-z0-9-]{1,20}"), "lienthong.oidc: name of a provider"));
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * A provider.
     *
     * @param label on the button; the name by default
     * @param issuer as its tokens write it, {@code https}
     * @param clientId of this node
     * @param clientSecretFile readable by the owner only; null for a client without a secret
     * @param scopes besides {@code openid}
     * @param accountClaim that may hold the log-in name; only fills the field in
     * @param strongAcr values of {@code acr} that stand for a second factor
     * @param strongAmr values of {@code amr} that stand for a second factor
     * @param hosts that its addresses may name besides the host of the issuer
     * @param caFile certificate of the authority that is trusted, PEM; null: those that the Java platform trusts
     * @param clockSkew how far its clock may be off, 2 minutes at most
     */
    record Provider(
            @Nullable String label,
            URI issuer,
            String clientId,
            @Nullable Path clientSecretFile,
            @DefaultValue("profile") List<String> scopes,
            @DefaultValue("preferred_username") String accountClaim,
            @DefaultValue List<String> strongAcr,
            @DefaultValue List<String> strongAmr,
            @DefaultValue List<String> hosts,
            @Nullable Path caFile,
            @DefaultValue("30s") Duration clockSkew) {
        Provider {
            require("https".equals(issuer.getScheme()) && issuer.getHost() != null, "lienthong.oidc: issuer is https");
            require(issuer.toString().length() <= 200, "lienthong.oidc: issuer is too long");
            require(!clientId.isBlank(), "lienthong.oidc: client-id is missing");
            require(!clockSkew.isNegative() && clockSkew.compareTo(MOST_SKEW) <= 0, "lienthong.oidc: clock-skew");
            scopes = List.copyOf(scopes);
            strongAcr = List.copyOf(strongAcr);
            strongAmr = List.copyOf(strongAmr);
            hosts = List.copyOf(hosts);
        }

        /** Whether an address that the provider gave may be used: its own host or a named one, always encrypted. */
        boolean allows(URI address) {
            String host = Objects.requireNonNullElse(address.getHost(), "");
            return "https".equals(address.getScheme())
                    && address.getUserInfo() == null
                    && (host.equalsIgnoreCase(issuer.getHost()) || hosts.contains(host));
        }
    }
}
