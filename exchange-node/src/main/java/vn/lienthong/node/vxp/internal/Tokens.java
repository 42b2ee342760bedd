package vn.lienthong.node.vxp.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Secret;

/** Tokens of the provincial dialect: 256 bits without meaning, good for half an hour; only their digests are kept. */
@InNodeRole
@Component
class Tokens {

    static final Duration LIFE = Duration.ofMinutes(30);

    private static final int OCTETS = 32;
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final SecureRandom random;
    private final InstantSource clock;

    Tokens(JdbcClient database, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    Secret issue(UUID secret) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        Instant now = clock.instant();
        int _ = database.sql("delete from vxp_token where expires_at <= ? limit 100")
                .param(Columns.of(now))
                .update();
        int _ = database.sql("insert into vxp_token (digest, secret_id, expires_at) values (?, ?, ?)")
                .params(digest(token), Columns.octets(secret), Columns.of(now.plus(LIFE)))
                .update();
        return new Secret(token);
    }

    /** The secret with which somebody got the token; empty when it is none or no longer good. */
    Optional<UUID> secret(String token) {
        return token.length() > LONGEST
                ? Optional.empty()
                : database.sql("select secret_id from vxp_token where digest = ? and expires_at > ?")
                        .params(digest(token), Columns.of(clock.instant()))
                        .query((row, _) -> Columns.uuid(row.getBytes(1)))
                        .optional();
    }

    private static byte[] digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
