package vn.lienthong.node.identity.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A logout token whose signature holds, as OpenID Connect Back-Channel Logout 1.0, section 2.6, wants it.
 *
 * @param name its own, to know it again
 * @param subject whose sessions; empty when the token names one session only
 * @param sid which session of the provider; empty when all of the subject are meant
 */
record LogoutToken(String name, String subject, String sid) {
    /** Tokens are forgotten after so long; older ones are not taken any more. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LONGEST_NAME = 255;

    /** Empty when it does not hold. */
    static Optional<LogoutToken> of(JWTClaimsSet claims, OidcSettings.Provider provider, Instant now) {
        try {
            boolean holds = issued(claims, provider.issuer(), provider.clientId())
                    && timely(claims, provider.clockSkew(), now)
                    && isLogout(claims);
            LogoutToken token = new LogoutToken(
                    text(claims.getJWTID()), text(claims.getSubject()), text(claims.getStringClaim("sid")));
            return holds && !token.name.isEmpty() && !(token.subject.isEmpty() && token.sid.isEmpty())
                    ? Optional.of(token)
                    : Optional.empty();
        } catch (ParseException wrongType) {
            return Optional.empty();
        }
    }

    private static boolean issued(JWTClaimsSet claims, URI issuer, String client) {
        return issuer.toString().equals(claims.getIssuer())
                && claims.getAudience().contains(client);
    }

    private static boolean timely(JWTClaimsSet claims, Duration skew, Instant now) {
        Optional<Instant> from = Optional.ofNullable(claims.getIssueTime()).map(at -> at.toInstant());
        Optional<Instant> end = Optional.ofNullable(claims.getExpirationTime()).map(at -> at.toInstant());
        return from.filter(now.minus(LONGEST)::isBefore)
                        .filter(now.plus(skew)::isAfter)
                        .isPresent()
                && end.filter(now.minus(skew)::isBefore).isPresent();
    }

    /** An identity token, which has a nonce and no event, ends nothing. */
    private static boolean isLogout(JWTClaimsSet claims) {
        return claims.getClaim("nonce") == null
                && claims.getClaim("events") instanceof Map<?, ?> events
                && events.get(EVENT) instanceof Map<?, ?>;
    }

    private static String text(@Nullable String claim) throws ParseException {
        if (claim != null && claim.length() > LONGEST_NAME) {
            throw new ParseException("a claim is too long", 0);
        }
        return claim == null ? "" : claim;
    }
}
