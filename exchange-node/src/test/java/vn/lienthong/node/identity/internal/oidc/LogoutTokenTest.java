package vn.lienthong.node.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final OidcSettings.Provider PROVIDER = new OidcSettings.Provider(
            null,
            URI.create("https://id.example"),
            "lien-thong",
            null,
            List.of(),
            "sub",
            List.of(),
            List.of(),
            List.of(),
            null,
            Duration.ofSeconds(30));

    private final Map<String, Object> claims = new LinkedHashMap<>(Map.of(
            "iss", "https://id.example",
            "aud", List.of("another", "lien-thong"),
            "iat", Date.from(NOW.minusSeconds(5)),
            "exp", Date.from(NOW.plusSeconds(120)),
            "jti", "token-1",
            "sub", "an.nguyen",
            "events", Map.of(EVENT, Map.of())));

    private Optional<LogoutToken> read() {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return LogoutToken.of(set.build(), PROVIDER, NOW);
    }

    @Test
    void takesTheSubjectTheSessionOrBoth() {
        assertThat(read()).contains(new LogoutToken("token-1", "an.nguyen", ""));
        claims.put("sid", "s-1");
        assertThat(read()).contains(new LogoutToken("token-1", "an.nguyen", "s-1"));
        claims.remove("sub");
        assertThat(read()).contains(new LogoutToken("token-1", "", "s-1"));
        claims.remove("sid");
        assertThat(read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "iat", "exp", "jti", "sub", "events"})
    void refusesATokenThatLacksSomething(String claim) {
        claims.remove(claim);
        assertThat(read()).isEmpty();
    }

    @Test
    void refusesAnIdentityToken() {
        claims.put("nonce", "n");
        assertThat(read()).isEmpty();
        claims.remove("nonce");
        claims.put("events", Map.of("http://schemas.openid.net/event/other", Map.of()));
        assertThat(read()).isEmpty();
        claims.put("events", Map.of(EVENT, "yes"));
        assertThat(read()).isEmpty();
        claims.put("events", EVENT);
        assertThat(read()).isEmpty();
    }

    @Test
    void refusesATokenOfSomebodyElseOrForSomebodyElse() {
        claims.put("iss", "https://id.example.evil");
        assertThat(read()).isEmpty();
        claims.put("iss", "https://id.example");
        claims.put("aud", "another");
        assertThat(read()).isEmpty();
    }

    @Test
    void refusesTokensOfAnotherTime() {
        claims.put("exp", Date.from(NOW.minusSeconds(31)));
        assertThat(read()).isEmpty();
        claims.put("exp", Date.from(NOW.plus(Duration.ofDays(9))));
        claims.put("iat", Date.from(NOW.minus(LogoutToken.LONGEST).minusSeconds(1)));
        assertThat(read()).as("longer ago than tokens are remembered").isEmpty();
        claims.put("iat", Date.from(NOW.plusSeconds(31)));
        assertThat(read()).isEmpty();
    }

    @Test
    void refusesClaimsOfOtherTypesAndSizes() {
        claims.put("sid", 7);
        assertThat(read()).isEmpty();
        claims.put("sid", "s".repeat(256));
        assertThat(read()).isEmpty();
        claims.remove("sid");
        claims.put("jti", "j".repeat(256));
        assertThat(read()).isEmpty();
    }
}
