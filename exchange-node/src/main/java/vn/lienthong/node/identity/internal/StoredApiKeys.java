package vn.lienthong.node.identity.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CallOrigin;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.platform.Secret;

/** API keys {@code ltk_<16 hex>_<64 hex>}; a plain SHA-256 is enough for a secret of 256 random bits. */
@Service
class StoredApiKeys implements ApiKeys {
    private static final Pattern SHAPE = Pattern.compile("ltk_([0-9a-f]{16})_([0-9a-f]{64})");
    private static final int LONGEST = 4 + 16 + 1 + 64;
    private static final int ID_OCTETS = 8;
    private static final int SECRET_OCTETS = 32;
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final StoredApiTokens tokens;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    StoredApiKeys(ApiKeyStore store, StoredApiTokens tokens, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A key with its clear text, before and after it is stored. */
    private record Made(StoredApiKey stored, IssuedApiKey issued) {}

    @Override
    public IssuedApiKey issue(NewApiKey key) {
        if (!key.expiresAt().isAfter(clock.instant())) {
            throw new IllegalArgumentException("a key must expire in the future");
        }
        Made made = make(key);
        store.add(made.stored());
        return made.issued();
    }

    private Made make(NewApiKey key) {
        ApiKeyId id = new ApiKeyId(HexFormat.of().formatHex(octets(ID_OCTETS)));
        byte[] secret = octets(SECRET_OCTETS);
        ApiKeyFacts facts = new ApiKeyFacts(
                id,
                key.agency(),
                key.label(),
                key.scopes(),
                clock.instant(),
                key.expiresAt(),
                key.bounds(),
                ApiKeyFacts.Use.NONE);
        String text = "ltk_" + id.value() + "_" + HexFormat.of().formatHex(secret);
        return new Made(new StoredApiKey(facts, Digests.sha256(secret)), new IssuedApiKey(id, new Secret(text)));
    }

    @Override
    public ApiKeyCheck check(String presented, CallOrigin origin) {
        if (presented.length() > LONGEST) {
            return new ApiKeyCheck.Unknown();
        }
        Matcher shape = SHAPE.matcher(presented);
        return shape.matches() ? byKey(shape, origin) : byToken(presented, origin);
    }

    private ApiKeyCheck byKey(Matcher shape, CallOrigin origin) {
        byte[] digest = Digests.sha256(HexFormat.of().parseHex(shape.group(2)));
        Optional<StoredApiKey> stored = store.find(new ApiKeyId(shape.group(1)));
        boolean right = MessageDigest.isEqual(
                digest, stored.map(StoredApiKey::secretSha256).orElseGet(() -> new byte[SECRET_OCTETS]));
        return stored.isPresent() && right
                ? judge(stored.get().facts(), stored.get().facts().scopes(), origin)
                : new ApiKeyCheck.Unknown();
    }

    private ApiKeyCheck byToken(String presented, CallOrigin origin) {
        Optional<ApiTokenTable.Row> found = tokens.find(presented);
        if (found.isEmpty()) {
            return new ApiKeyCheck.Unknown();
        }
        ApiTokenTable.Row token = found.get();
        if (!token.expiresAt().isAfter(clock.instant())) {
            return new ApiKeyCheck.Expired(token.key());
        }
        if (otherThan(token.certificate(), origin)) {
            return new ApiKeyCheck.OtherCertificate(token.key());
        }
        return store.find(token.key())
                .map(key -> judge(key.facts(), token.scopes(), origin))
                .orElseGet(ApiKeyCheck.Unknown::new);
    }

    @Override
    public ApiKeyCheck byCertificate(CertificateDigest certificate, String address) {
        List<ApiKeyFacts> bound = store.boundTo(certificate);
        Instant now = clock.instant();
        return bound.stream()
                .filter(key -> works(key, now))
                .findFirst()
                .or(() -> bound.stream().findFirst())
                .map(key -> judge(key, key.scopes(), new CallOrigin(address, certificate)))
                .orElseGet(ApiKeyCheck.Unknown::new);
    }

    private ApiKeyCheck judge(ApiKeyFacts key, Set<ApiScope> scopes, CallOrigin origin) {
        Instant now = clock.instant();
        if (key.use().revokedAt() != null) {
            return new ApiKeyCheck.Revoked(key.id());
        }
        if (!key.expiresAt().isAfter(now)) {
            return new ApiKeyCheck.Expired(key.id());
        }
        if (!key.bounds().allows(origin.address())) {
            return new ApiKeyCheck.Elsewhere(key.id());
        }
        if (otherThan(key.bounds().certificate(), origin)) {
            return new ApiKeyCheck.OtherCertificate(key.id());
        }
        note(key, now, origin.address());
        return new ApiKeyCheck.Accepted(
                new ApiCaller(key.id(), key.agency(), scopes, key.bounds().kind()));
    }

    private void note(ApiKeyFacts key, Instant now, String address) {
        Instant last = key.use().lastUsedAt();
        Instant unless = now.minus(USE_RESOLUTION);
        if (last == null || last.isBefore(unless)) {
            store.used(key.id(), now, address, unless);
        }
    }

    private static boolean otherThan(@Nullable CertificateDigest wanted, CallOrigin origin) {
        return wanted != null && !wanted.equals(origin.certificate());
    }

    private static boolean works(ApiKeyFacts key, Instant now) {
        return key.use().revokedAt() == null && key.expiresAt().isAfter(now);
    }

    @Override
    public Optional<IssuedApiKey> rotate(ApiKeyId id, Duration overlap) {
        Instant now = clock.instant();
        Optional<ApiKeyFacts> old = find(id).filter(key -> works(key, now));
        if (old.isEmpty() || overlap.isNegative()) {
            return Optional.empty();
        }
        ApiKeyFacts key = old.get();
        Duration life = Duration.between(key.createdAt(), key.expiresAt());
        Made made = make(new NewApiKey(key.agency(), key.label(), key.scopes(), now.plus(life), key.bounds()));
        Instant end = now.plus(overlap);
        Instant until = end.isBefore(key.expiresAt()) ? end : key.expiresAt();
        return store.replace(id, until, made.stored()) ? Optional.of(made.issued()) : Optional.empty();
    }

    @Override
    public boolean revoke(ApiKeyId id) {
        return store.revoke(id, clock.instant());
    }

    @Override
    public List<ApiKeyFacts> list(AgencyCode agency) {
        return store.list(agency);
    }

    @Override
    public Optional<ApiKeyFacts> find(ApiKeyId id) {
        return store.find(id).map(StoredApiKey::facts);
    }

    @Override
    public List<ApiKeyFacts> expiring(Instant before) {
        return store.expiring(clock.instant(), before);
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
