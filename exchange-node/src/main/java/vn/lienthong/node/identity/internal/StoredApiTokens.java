package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.ApiTokens;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.IssuedToken;
import vn.lienthong.node.platform.Secret;

/** Tokens {@code ltt_<64 hex>}: found by their digest, so that their comparison needs no secret. */
@Service
class StoredApiTokens implements ApiTokens {
    private static final Pattern SHAPE = Pattern.compile("ltt_([0-9a-f]{64})");
    private static final int SECRET_OCTETS = 32;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ApiTokenTable table;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    StoredApiTokens(ApiTokenTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public IssuedToken issue(ApiCaller caller, Set<ApiScope> scopes, @Nullable CertificateDigest certificate) {
        Instant now = clock.instant();
        byte[] secret = new byte[SECRET_OCTETS];
        random.nextBytes(secret);
        table.prune(now.minus(LIFE));
        table.add(Digests.sha256(secret), new ApiTokenTable.Row(caller.key(), certificate, scopes, now.plus(LIFE)));
        return new IssuedToken(new Secret("ltt_" + HexFormat.of().formatHex(secret)), LIFE);
    }

    /** The token that was presented, expired ones included, or empty when there is none. */
    Optional<ApiTokenTable.Row> find(String presented) {
        Matcher shape = SHAPE.matcher(presented);
        return shape.matches() ? table.find(Digests.sha256(HexFormat.of().parseHex(shape.group(1)))) : Optional.empty();
    }
}
