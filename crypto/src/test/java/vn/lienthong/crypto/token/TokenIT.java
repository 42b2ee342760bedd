package vn.lienthong.crypto.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AuthProvider;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.security.auth.login.LoginException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

/** A token and what happens to it. */
class TokenIT {

    private static final SoftHsm HSM = SoftHsm.initialise("lt-token");
    private static final byte[] CONTENT = "văn bản".getBytes(UTF_8);

    private final TestAuthority authority = new TestAuthority();
    private final Token token = Token.open(HSM.settings(4));

    private SigningKey signingKey(TokenKey key) {
        return new SigningKey(
                key.privateKey(),
                List.of(authority
                        .authority()
                        .issueFor(
                                key.certificate().getPublicKey(),
                                new CertificateOrder(
                                        CertificateProfile.AGENCY_SIGNING,
                                        TestAuthority.name("token"),
                                        Duration.ofDays(30)))));
    }

    private static void assertSigns(SigningKey key) {
        byte[] signature = DetachedSignature.sign(CONTENT, key, TestAuthority.NOW);
        assertThat(DetachedSignature.verify(CONTENT, signature, key.certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
    }

    private static void assertFault(ThrowingCallable call, TokenFault fault) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(TokenException.class))
                .extracting(TokenException::fault)
                .isEqualTo(fault);
    }

    private static void awaitReady(Token token) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!(token.health() instanceof TokenHealth.Ready) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(token.health()).isInstanceOf(TokenHealth.Ready.class);
    }

    @Test
    void makesListsUsesAndDestroysKeysThatCannotBeReadOut() throws IOException {
        for (KeyAlgorithm algorithm : List.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384)) {
            String label = "life." + algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-');
            TokenKey made = token.generate(label, algorithm);
            assertThat(made.privateKey().getEncoded()).isNull();
            SigningKey signing = signingKey(made);
            assertSigns(signing);
            token.attach(label, signing.certificate());
            assertFault(() -> token.generate(label, algorithm), TokenFault.LABEL_TAKEN);
            Token other = Token.open(HSM.settings(1));
            TokenKey found = other.key(label).orElseThrow();
            assertThat(found.algorithm()).isEqualTo(algorithm);
            assertThat(found.certificate()).isEqualTo(signing.certificate());
            assertThat(other.keys()).extracting(TokenKey::label).contains(label);
            assertSigns(new SigningKey(found.privateKey(), signing.chain()));
            other.destroy(label);
            assertThat(token.key("life.nothing")).isEmpty();
            assertFault(() -> other.destroy(label), TokenFault.NO_SUCH_KEY);
            assertThatThrownBy(() -> assertSigns(signing)).isInstanceOf(KeyAwayException.class);
        }
    }

    @Test
    void refusesTheCertificateOfAnotherKey() throws IOException {
        TokenKey one = token.generate("attach.one", KeyAlgorithm.EC_P384);
        TokenKey other = token.generate("attach.other", KeyAlgorithm.EC_P384);
        assertFault(() -> token.attach(one.label(), signingKey(other).certificate()), TokenFault.NO_SUCH_KEY);
        assertSigns(signingKey(one));
    }

    @Test
    void goesOnAfterSomebodyElseLoggedOut() throws IOException, LoginException {
        SigningKey key = signingKey(token.generate("logout", KeyAlgorithm.EC_P384));
        assertSigns(key);
        TokenHealth.Ready ready = (TokenHealth.Ready) token.health();
        AuthProvider same = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--\nname=meddler\nlibrary=" + SoftHsm.library() + "\nslot=" + ready.slot() + "\n");
        for (int i = 0; i < 3; i++) {
            same.logout();
            assertSigns(key);
        }
    }

    @Test
    void saysThatTheTokenIsAwayAndGoesOnWhenItIsBack() throws IOException {
        SigningKey key = signingKey(token.generate("away", KeyAlgorithm.EC_P384));
        assertSigns(key);
        try (SoftHsm.Away away = SoftHsm.pullOut()) {
            assertThat(away).isNotNull();
            assertThatThrownBy(() -> assertSigns(key)).isInstanceOf(KeyAwayException.class);
            assertThat(token.health()).isInstanceOf(TokenHealth.Away.class);
        }
        awaitReady(token);
        assertSigns(key);
    }

    @Test
    void neverShowsARefusedPinTwice() throws IOException {
        // A token of its own: log-ins count for the whole process.
        SoftHsm other = SoftHsm.initialise("lt-pin");
        other.writePin("000000");
        Token shy = Token.open(other.settings(1));
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(shy.health())
                        .asInstanceOf(InstanceOfAssertFactories.type(TokenHealth.Away.class))
                        .matches(away -> away.fault() == TokenFault.PIN_REFUSED
                                && !away.detail().contains("000000"));
            }
        } finally {
            other.writePin(SoftHsm.PIN);
        }
        awaitReady(shy);
    }

    @Test
    void refusesAPinFileThatOthersMayRead() throws IOException {
        Path open = HSM.pinFile().resolveSibling("open.pin");
        Files.deleteIfExists(open);
        Files.createFile(open, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(open, SoftHsm.PIN);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        TokenSettings settings = HSM.settings(1);
        assertFault(
                () -> Token.open(new TokenSettings(settings.library(), settings.place(), PasswordFile.at(open)))
                        .keys(),
                TokenFault.PIN_UNREADABLE);
    }

    @Test
    void tellsWhatIsMissing() {
        TokenSettings settings = HSM.settings(1);
        assertFault(
                () -> Token.open(new TokenSettings(Path.of("/nowhere/lib.so"), settings.place(), settings.pin()))
                        .keys(),
                TokenFault.LIBRARY_MISSING);
        assertFault(
                () -> Token.open(
                                new TokenSettings(settings.library(), new TokenPlace.Label("nobody's"), settings.pin()))
                        .keys(),
                TokenFault.TOKEN_ABSENT);
    }

    @Test
    void servesMoreThreadsThanItHasSessions() throws IOException, InterruptedException, ExecutionException {
        SigningKey key = signingKey(token.generate("threads", KeyAlgorithm.EC_P256));
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> all = IntStream.range(0, 16)
                    .<Future<?>>mapToObj(
                            i -> threads.submit(() -> IntStream.range(0, 25).forEach(j -> assertSigns(key))))
                    .toList();
            for (Future<?> one : all) {
                assertThat(one.get()).isNull();
            }
        }
    }

    @Test
    void wrapsKeysUnderAKeyThatStaysInside() throws IOException {
        token.generateWrappingKey("wrap.one");
        token.generateWrappingKey("wrap.two");
        byte[] key = new byte[32];
        key[5] = 7;
        byte[] context = "master".getBytes(UTF_8);
        byte[] wrapped = token.wrap("wrap.one", context, key);
        assertThat(Token.open(HSM.settings(1)).unwrap("wrap.one", context, wrapped))
                .isEqualTo(key);
        assertThat(token.wrap("wrap.one", context, key)).isNotEqualTo(wrapped);
        assertFault(() -> token.unwrap("wrap.two", context, wrapped), TokenFault.NOT_GENUINE);
        assertFault(() -> token.unwrap("wrap.one", CONTENT, wrapped), TokenFault.NOT_GENUINE);
        assertFault(() -> token.unwrap("wrap.none", context, wrapped), TokenFault.NO_SUCH_KEY);
        assertFault(() -> token.unwrap("wrap.one", context, new byte[0]), TokenFault.NOT_GENUINE);
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertFault(() -> token.unwrap("wrap.one", context, changed), TokenFault.NOT_GENUINE);
        }
    }
}
