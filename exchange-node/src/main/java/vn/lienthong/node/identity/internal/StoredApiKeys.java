package vn.lienthong.node.identity.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.platform.Secret;

/** API keys {@code ltk_<16 hex>_<64 hex>}; a plain SHA-256 is enough for a secret of 256 random bits. */
@Service
public class StoredApiKeys implements ApiKeys {
    private static final Pattern SHAPE = Pattern.compile("ltk_([0-9a-f]{16})_([0-9a-f]{64})");
    private static final int LONGEST = 4 + 16 + 1 + 64;
    private static final int ID_OCTETS = 8;
    private static final int SECRET_OCTETS = 32;
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Works on a store.
     *
     * @param store where keys are kept
     * @param clock the time
     */
    public StoredApiKeys(ApiKeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public IssuedApiKey issue(NewApiKey key) {
        Instant now = clock.instant();
        if (!key.expiresAt().isAfter(now)) {
            throw new IllegalArgumentException("a key must expire in the future");
        }
        ApiKeyId id = new ApiKeyId(HexFormat.of().formatHex(octets(ID_OCTETS)));
        byte[] secret = octets(SECRET_OCTETS);
        ApiKeyFacts facts = new ApiKeyFacts(
                id, key.agency(), key.label(), key.scopes(), now, key.expiresAt(), new ApiKeyFacts.Use(null, null));
        store.add(new StoredApiKey(facts, Digests.sha256(secret)));
        return new IssuedApiKey(
                id, new Secret("ltk_" + id.value() + "_" + HexFormat.of().formatHex(secret)));
    }

    @Override
    public ApiKeyCheck check(String presented) {
        if (presented.length() != LONGEST) {
            return new ApiKeyCheck.Unknown();
        }
        Matcher shape = SHAPE.matcher(presented);
        if (!shape.matches()) {
            return new ApiKeyCheck.Unknown();
        }
        byte[] digest = Digests.sha256(HexFormat.of().parseHex(shape.group(2)));
        Optional<StoredApiKey> stored = store.find(new ApiKeyId(shape.group(1)));
        boolean right = MessageDigest.isEqual(
                digest, stored.map(StoredApiKey::secretSha256).orElseGet(() -> new byte[SECRET_OCTETS]));
        return stored.isPresent() && right ? judge(stored.get().facts()) : new ApiKeyCheck.Unknown();
    }

    private ApiKeyCheck judge(ApiKeyFacts key) {
        Instant now = clock.instant();
        if (key.use().revokedAt() != null) {
            return new ApiKeyCheck.Revoked(key.id());
        }
        if (!key.expiresAt().isAfter(now)) {
            return new ApiKeyCheck.Expired(key.id());
        }
        Instant last = key.use().lastUsedAt();
        if (last == null || last.plus(USE_RESOLUTION).isBefore(now)) {
            store.used(key.id(), now);
        }
        return new ApiKeyCheck.Accepted(new ApiCaller(key.id(), key.agency(), key.scopes()));
    }

    @Override
    public boolean revoke(ApiKeyId id) {
        return store.revoke(id, clock.instant());
    }

    @Override
    public List<ApiKeyFacts> list(AgencyCode agency) {
        return store.list(agency);
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
