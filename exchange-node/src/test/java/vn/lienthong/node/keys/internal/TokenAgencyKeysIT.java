package vn.lienthong.node.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.crypto.token.KeyAwayException;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;
import vn.lienthong.crypto.token.TokenKey;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyTokens;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.PlaceholderCertificates;
import vn.lienthong.node.keys.TokenNews;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.testing.SoftToken;
import vn.lienthong.node.testing.TestDirectories;

/** An agency's keys of which a token holds the classical halves, through the life of an installation. */
class TokenAgencyKeysIT {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final AgencyId AGENCY = new AgencyId(UUID.fromString("01936a2e-0000-7000-8000-000000000077"));
    private static final SuiteId SECRET = new SuiteId("LT-2");

    private DataDirectory data;
    private Token token;

    @BeforeEach
    void open() throws IOException {
        data = DataDirectory.open(TestDirectories.fresh("token-keys"));
        token = SoftToken.initialise("lt-keys").open();
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    private HeldAgencyKeys load(Optional<Token> place) throws IOException {
        return HeldAgencyKeys.load(
                KeyVault.at(data.root(), new SecureRandom()),
                new AgencyTokens(place, true),
                InstantSource.fixed(NOW),
                news -> {});
    }

    private AgencyKeySet made(long epoch) {
        PlaceholderCertificates placeholders = new PlaceholderCertificates(
                InstantSource.fixed(NOW.minus(Duration.ofHours(1))),
                new AgencyTokens(Optional.of(token), true),
                new NodeId("bo-y-te"));
        return new AgencyKeySet(
                AGENCY,
                epoch,
                new DualSigningKey(
                        placeholders.generate(KeyAlgorithm.EC_P384), placeholders.generate(KeyAlgorithm.ML_DSA_87)),
                Map.of(
                        new SuiteId("LT-1"),
                        placeholders.generate(KeyAlgorithm.MLKEM768_X25519),
                        SECRET,
                        placeholders.generate(KeyAlgorithm.MLKEM1024_ECDH_P384)));
    }

    private static void assertSigns(SigningKey key) {
        byte[] content = "nội dung".getBytes(UTF_8);
        byte[] signature = DetachedSignature.sign(content, key, NOW);
        assertThat(DetachedSignature.verify(content, signature, key.certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
    }

    private List<String> labels() throws TokenException {
        return token.keys().stream().map(TokenKey::label).toList();
    }

    @Test
    void keysSurviveARestartAndOnlyTheirOwnAreDestroyed() throws IOException {
        HeldAgencyKeys keys = load(Optional.of(token));
        keys.keepPending(made(0));
        AgencyKeySet pending = load(Optional.of(token)).pending(AGENCY).orElseThrow();
        assertSigns(pending.signing().classical());
        keys.add(new AgencyKeySet(AGENCY, 1, pending.signing(), pending.sealing()));
        keys.add(made(2));
        HeldAgencyKeys restarted = load(Optional.of(token));
        AgencyKeySet first = restarted.epochs(AGENCY).getLast();
        assertSigns(first.signing().classical());
        assertThat(first.recipientKey(SECRET).orElseThrow().privateKey().getEncoded())
                .isNull();
        List<String> ofFirst = AgencyTokens.labels(first);
        assertThat(ofFirst).hasSize(2).allMatch(label -> label.startsWith("bo-y-te."));
        assertThat(labels()).hasSize(4).containsAll(ofFirst);
        restarted.destroy(AGENCY, 1);
        assertThat(labels()).hasSize(2).doesNotContainAnyElementsOf(ofFirst);
        assertThatThrownBy(() -> assertSigns(first.signing().classical())).isInstanceOf(KeyAwayException.class);
        assertSigns(load(Optional.of(token)).signing(AGENCY).orElseThrow().classical());
    }

    @Test
    void withoutItsTokenTheInstallationKnowsItsKeysAndCannotUseOrDestroyThem() throws IOException {
        load(Optional.of(token)).add(made(1));
        HeldAgencyKeys stolen = load(Optional.empty());
        AgencyKeySet keys = stolen.epochs(AGENCY).getFirst();
        assertThatThrownBy(() -> assertSigns(keys.signing().classical())).isInstanceOf(KeyAwayException.class);
        assertSigns(keys.signing().postQuantum());
        assertThatThrownBy(() -> stolen.destroy(AGENCY, 1)).isInstanceOf(TokenException.class);
        assertThat(load(Optional.of(token)).epochs(AGENCY)).hasSize(1);
        assertThat(labels()).hasSize(2);
    }

    @Test
    void tellsOnceThatTheTokenWentAwayAndOnceThatItIsBack() throws IOException {
        SoftToken soft = SoftToken.initialise("lt-watch");
        soft.pullOut();
        List<TokenNews> news = new ArrayList<>();
        TokenWatch watch = new TokenWatch(Optional.of(soft.open()), news::add);
        watch.look();
        watch.look();
        assertThat(news).containsExactly(new TokenNews(Optional.of(TokenFault.LIBRARY_MISSING)));
        assertThat(watch.troubles()).containsEntry("token", "LIBRARY_MISSING");
        soft.putIn();
        while (news.size() < 2) {
            watch.look();
        }
        assertThat(news.getLast()).isEqualTo(new TokenNews(Optional.empty()));
        assertThat(watch.troubles()).isEmpty();
    }
}
