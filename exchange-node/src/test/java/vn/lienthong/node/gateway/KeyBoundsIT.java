package vn.lienthong.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AllowedNetwork;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeyFacts;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.ApiTokens;
import vn.lienthong.node.identity.CallOrigin;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.IssuedToken;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

@NodeTest
@Import({ProbeResource.class, RefusalRecorder.class, SettableClock.class})
class KeyBoundsIT {
    private static final AgencyCode OWN = new AgencyCode("H37.77");
    private static final CertificateDigest CERTIFICATE = new CertificateDigest("ab".repeat(32));
    private static final CertificateDigest OTHER = new CertificateDigest("cd".repeat(32));
    private static final Duration MONTH = Duration.ofDays(30);

    private final ApiKeys keys;
    private final ApiTokens tokens;
    private final SettableClock clock;

    @Autowired
    KeyBoundsIT(ApiKeys keys, ApiTokens tokens, SettableClock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
    }

    private IssuedApiKey issue(ApiKeyKind kind, List<AllowedNetwork> networks, @Nullable CertificateDigest bound) {
        ApiKeyBounds bounds = new ApiKeyBounds(kind, networks, bound);
        return keys.issue(new NewApiKey(
                OWN,
                "bounds",
                Set.of(ApiScope.SUBMIT, ApiScope.TRACK),
                clock.instant().plus(MONTH),
                bounds));
    }

    private ApiKeyCheck check(IssuedApiKey key, String address, @Nullable CertificateDigest certificate) {
        return keys.check(key.token().reveal(), new CallOrigin(address, certificate));
    }

    private static ApiCaller caller(ApiKeyCheck check) {
        assertThat(check).isInstanceOf(ApiKeyCheck.Accepted.class);
        return ((ApiKeyCheck.Accepted) check).caller();
    }

    @Test
    void opensFromItsNetworksOnly() {
        IssuedApiKey key = issue(ApiKeyKind.TEAM, List.of(new AllowedNetwork("10.9.0.0/16")), null);
        ApiCaller caller = caller(check(key, "10.9.3.4", null));
        assertThat(caller.kind()).isEqualTo(ApiKeyKind.TEAM);
        assertThat(check(key, "10.10.3.4", null)).isEqualTo(new ApiKeyCheck.Elsewhere(key.id()));
    }

    @Test
    void notesTheLastUseOnceAMinute() {
        IssuedApiKey key = issue(ApiKeyKind.TEST, List.of(), null);
        assertThat(caller(check(key, "10.1.1.1", null)).test()).isTrue();
        assertThat(caller(check(key, "10.1.1.2", null)).test()).isTrue();
        assertThat(use(key).lastUsedFrom()).isEqualTo("10.1.1.1");
        clock.advance(Duration.ofSeconds(61));
        assertThat(caller(check(key, "10.1.1.3", null)).test()).isTrue();
        assertThat(use(key).lastUsedFrom()).isEqualTo("10.1.1.3");
    }

    private ApiKeyFacts.Use use(IssuedApiKey key) {
        return keys.find(key.id()).orElseThrow().use();
    }

    @Test
    void opensOnlyWithItsCertificate() {
        IssuedApiKey key = issue(ApiKeyKind.LIVE, List.of(), CERTIFICATE);
        assertThat(caller(check(key, "10.1.1.1", CERTIFICATE)).agency()).isEqualTo(OWN);
        assertThat(check(key, "10.1.1.1", null)).isEqualTo(new ApiKeyCheck.OtherCertificate(key.id()));
        assertThat(check(key, "10.1.1.1", OTHER)).isEqualTo(new ApiKeyCheck.OtherCertificate(key.id()));
    }

    @Test
    void isFoundByItsCertificate() {
        CertificateDigest own = new CertificateDigest("0e".repeat(32));
        IssuedApiKey key = issue(ApiKeyKind.LIVE, List.of(new AllowedNetwork("10.0.0.0/8")), own);
        assertThat(caller(keys.byCertificate(own, "10.2.2.2")).key()).isEqualTo(key.id());
        assertThat(keys.byCertificate(own, "11.2.2.2")).isEqualTo(new ApiKeyCheck.Elsewhere(key.id()));
        assertThat(keys.byCertificate(OTHER, "10.2.2.2")).isEqualTo(new ApiKeyCheck.Unknown());
        assertThat(keys.revoke(key.id())).isTrue();
        assertThat(keys.byCertificate(own, "10.2.2.2")).isEqualTo(new ApiKeyCheck.Revoked(key.id()));
    }

    @Test
    void rotatesWithAnOverlap() {
        IssuedApiKey old = issue(ApiKeyKind.TEAM, List.of(), CERTIFICATE);
        IssuedApiKey next = keys.rotate(old.id(), Duration.ofDays(2)).orElseThrow();
        assertThat(caller(check(old, "10.1.1.1", CERTIFICATE)).key()).isEqualTo(old.id());
        assertThat(caller(check(next, "10.1.1.1", CERTIFICATE)).kind()).isEqualTo(ApiKeyKind.TEAM);
        assertThat(use(old).replacedBy()).isEqualTo(next.id());
        clock.advance(Duration.ofDays(2));
        assertThat(check(old, "10.1.1.1", CERTIFICATE)).isEqualTo(new ApiKeyCheck.Expired(old.id()));
        assertThat(caller(check(next, "10.1.1.1", CERTIFICATE)).key()).isEqualTo(next.id());
    }

    @Test
    void rotatesNeitherTwiceNorWhatEnded() {
        IssuedApiKey old = issue(ApiKeyKind.LIVE, List.of(), null);
        assertThat(keys.rotate(old.id(), Duration.ofDays(1))).isPresent();
        assertThat(keys.rotate(old.id(), Duration.ofDays(1))).isEmpty();
        IssuedApiKey ended = issue(ApiKeyKind.LIVE, List.of(), null);
        assertThat(keys.revoke(ended.id())).isTrue();
        assertThat(keys.rotate(ended.id(), Duration.ofDays(1))).isEmpty();
        assertThat(keys.rotate(new ApiKeyId("0".repeat(16)), Duration.ofDays(1)))
                .isEmpty();
    }

    @Test
    void givesOneKeyToTwoWhoRotateAtOnce() throws InterruptedException, ExecutionException {
        IssuedApiKey old = issue(ApiKeyKind.LIVE, List.of(), null);
        Callable<Optional<IssuedApiKey>> turn = () -> keys.rotate(old.id(), Duration.ofDays(1));
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            long given = 0;
            for (Future<Optional<IssuedApiKey>> result : two.invokeAll(List.of(turn, turn, turn))) {
                given += result.get().stream().count();
            }
            assertThat(given).isEqualTo(1);
        }
    }

    @Test
    void tellsWhichKeysEndSoon() {
        IssuedApiKey key = issue(ApiKeyKind.LIVE, List.of(), null);
        assertThat(keys.expiring(clock.instant().plus(MONTH).plusSeconds(1)))
                .extracting(ApiKeyFacts::id)
                .contains(key.id());
        assertThat(keys.rotate(key.id(), Duration.ofDays(1))).isPresent();
        assertThat(keys.expiring(clock.instant().plus(MONTH).plusSeconds(1)))
                .extracting(ApiKeyFacts::id)
                .doesNotContain(key.id());
    }

    @Test
    void letsATokenStandForAKeyForAQuarterOfAnHour() {
        IssuedApiKey key = issue(ApiKeyKind.LIVE, List.of(), null);
        IssuedToken token = tokens.issue(caller(check(key, "10.1.1.1", null)), Set.of(ApiScope.TRACK), CERTIFICATE);
        CallOrigin bound = new CallOrigin("10.1.1.1", CERTIFICATE);
        String text = token.token().reveal();
        assertThat(caller(keys.check(text, bound)).scopes()).containsExactly(ApiScope.TRACK);
        assertThat(keys.check(text, new CallOrigin("10.1.1.1", OTHER)))
                .isEqualTo(new ApiKeyCheck.OtherCertificate(key.id()));
        assertThat(keys.check(text, new CallOrigin("10.1.1.1", null)))
                .isEqualTo(new ApiKeyCheck.OtherCertificate(key.id()));
        clock.advance(token.life());
        assertThat(keys.check(text, bound)).isEqualTo(new ApiKeyCheck.Expired(key.id()));
    }

    @Test
    void endsTokensWithTheirKey() {
        IssuedApiKey key = issue(ApiKeyKind.LIVE, List.of(), null);
        String text = tokens.issue(caller(check(key, "10.1.1.1", null)), Set.of(ApiScope.TRACK), null)
                .token()
                .reveal();
        assertThat(keys.revoke(key.id())).isTrue();
        assertThat(keys.check(text, new CallOrigin("10.1.1.1", null))).isEqualTo(new ApiKeyCheck.Revoked(key.id()));
    }
}
