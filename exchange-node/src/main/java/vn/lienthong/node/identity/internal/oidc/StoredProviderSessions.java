package vn.lienthong.node.identity.internal.oidc;

import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.ProviderSessions;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.identity.Vouched;

/** Notes on {@code account_session_provider}, and the tokens that ended sessions. */
@Service
class StoredProviderSessions implements ProviderSessions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredProviderSessions.class);
    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final int LONGEST_SID = 255;

    private final OidcProviders providers;
    private final PersonSessions sessions;
    private final JdbcClient database;
    private final InstantSource clock;

    StoredProviderSessions(OidcProviders providers, PersonSessions sessions, JdbcClient database, InstantSource clock) {
        this.providers = providers;
        this.sessions = sessions;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void began(SessionId session, Vouched vouched) {
        int _ = database.sql("insert ignore into account_session_provider (session_id, issuer, subject, sid)"
                        + " select id, :issuer, :subject, :sid from account_session where id = :session")
                .param("issuer", vouched.issuer())
                .param("subject", vouched.subject())
                .param("sid", sid(vouched))
                .param("session", session.value())
                .update();
    }

    /** The token was checked when it came. */
    private static String sid(Vouched vouched) {
        try {
            String sid = JWTParser.parse(vouched.token()).getJWTClaimsSet().getStringClaim("sid");
            return sid == null || sid.length() > LONGEST_SID ? "" : sid;
        } catch (ParseException otherType) {
            return "";
        }
    }

    @Override
    @Transactional
    public OptionalInt end(String provider, String token) {
        Optional<OidcClient> client = providers.client(provider);
        Optional<LogoutToken> held = client.flatMap(known -> held(known, provider, token));
        if (held.isEmpty()) {
            return OptionalInt.empty();
        }
        String issuer = client.get().provider().issuer().toString();
        if (!isNew(issuer, held.get().name())) {
            LOG.warn("identity provider {} sent a logout token twice", provider);
            return OptionalInt.empty();
        }
        List<Named> named = named(issuer, held.get());
        return OptionalInt.of(Math.toIntExact(named.stream()
                .filter(one -> sessions.end(one.login(), one.session()))
                .count()));
    }

    private Optional<LogoutToken> held(OidcClient client, String provider, String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            return LogoutToken.of(client.logout(token), client.provider(), clock.instant());
        } catch (IOException | RuntimeException hostile) {
            // Anybody can send this: whatever it makes the parsers throw, it is no token of the provider.
            LOG.warn(
                    "a logout token for {} does not hold: {}",
                    provider,
                    hostile.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private boolean isNew(String issuer, String name) {
        Instant now = clock.instant();
        int _ = database.sql("delete from provider_logout_token where forget_at < :now limit 500")
                .param("now", utc(now))
                .update();
        return database.sql("insert ignore into provider_logout_token (digest, forget_at) values (:digest, :end)")
                        .param(
                                "digest",
                                Sha256.of((issuer + '\0' + name).getBytes(StandardCharsets.UTF_8))
                                        .bytes())
                        .param("end", utc(now.plus(LogoutToken.LONGEST.multipliedBy(2))))
                        .update()
                == 1;
    }

    /** A session and whose it is. */
    private record Named(LoginName login, SessionId session) {}

    private List<Named> named(String issuer, LogoutToken token) {
        return database.sql("select a.login, s.id from account_session_provider p"
                        + " join account_session s on s.id = p.session_id join account a on a.id = s.account_id"
                        + " where p.issuer = :issuer and s.ended_at is null"
                        + " and (:subject = '' or p.subject = :subject) and (:sid = '' or p.sid = :sid)")
                .param("issuer", issuer)
                .param("subject", token.subject())
                .param("sid", token.sid())
                .query((row, _) -> new Named(
                        new LoginName(Objects.requireNonNull(row.getString(1))),
                        new SessionId(Objects.requireNonNull(row.getString(2)))))
                .list();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
