package vn.lienthong.node.revocation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfVerdict;
import vn.lienthong.crypto.revocation.RevocationAnswer;
import vn.lienthong.crypto.revocation.RevocationQuestion;
import vn.lienthong.node.revocation.Revocations;
import vn.lienthong.node.revocation.Standing;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** An authority that answers, goes away, lies, replays and talks about somebody else. */
class AskedRevocationsTest {

    private static final AskedAuthority AUTHORITY = new AskedAuthority("Nha nuoc");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Optional<byte[]> ocsp = Optional.empty();
    private volatile Optional<byte[]> list = Optional.empty();

    private HttpServer server;
    private Path directory;
    private List<X509Certificate> person;

    @BeforeEach
    void start() throws IOException {
        directory = TestDirectories.fresh("revocation");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ocsp", exchange -> reply(exchange, ocsp));
        server.createContext("/crl", exchange -> reply(exchange, list));
        server.start();
        person = AUTHORITY.person("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void reply(HttpExchange exchange, Optional<byte[]> answer) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                exchange.sendResponseHeaders(200, answer.get().length);
                exchange.getResponseBody().write(answer.get());
            }
        }
    }

    private Revocations revocations(List<String> hosts, Revocations.Use... hard) {
        RevocationProperties settings = new RevocationProperties(
                hosts, Duration.ofDays(7), Duration.ofSeconds(5), Duration.ofMinutes(1), List.of(hard));
        return new AskedRevocations(new AnswerFiles(directory), new AnswerCalls(settings, clock), settings, clock);
    }

    private Standing standing() {
        return revocations(List.of("127.0.0.1")).of(person);
    }

    private byte[] good(Instant of) {
        return AUTHORITY.answer(person.getFirst(), Optional.empty(), of, of.plus(DAY));
    }

    private byte[] revoked(Instant of) {
        return AUTHORITY.answer(person.getFirst(), Optional.of(of.minus(DAY)), of, of.plus(DAY));
    }

    private static void assertUnknown(Standing standing, Standing.Why why) {
        assertThat(standing).isEqualTo(new Standing.Unknown(why));
    }

    @Test
    void keepsAnAnswerUntilItEndsAlsoAcrossARestart() {
        Instant now = clock.instant();
        ocsp = Optional.of(good(now));
        assertThat(standing()).isInstanceOf(Standing.Good.class);
        clock.advance(Duration.ofHours(23));
        assertThat(standing()).isInstanceOfSatisfying(Standing.Good.class, good -> {
            assertThat(good.overdue()).isFalse();
            assertThat(good.checkedAt()).isEqualTo(now);
        });
        assertThat(calls).hasValue(1);
        clock.advance(Duration.ofHours(2));
        ocsp = Optional.of(revoked(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void bearsWithAnOutageForTheGraceAndNoLonger() {
        ocsp = Optional.of(good(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Good.class);
        server.stop(0);
        clock.advance(Duration.ofDays(7));
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Good.class, good -> assertThat(good.overdue()).isTrue());
        clock.advance(Duration.ofDays(2));
        assertUnknown(standing(), Standing.Why.NO_ANSWER);
    }

    @Test
    void asksASilentHostOnlyOnceInAWhile() {
        Revocations revocations = revocations(List.of("127.0.0.1"));
        for (int i = 0; i < 5; i++) {
            assertUnknown(revocations.of(person), Standing.Why.NO_ANSWER);
        }
        assertThat(calls).hasValue(1);
        clock.advance(Duration.ofMinutes(2));
        ocsp = Optional.of(good(clock.instant()));
        assertThat(revocations.of(person)).isInstanceOf(Standing.Good.class);
    }

    @Test
    void neverForgetsARevocationWhateverIsSaidLater() {
        ocsp = Optional.of(revoked(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Revoked.class);
        clock.advance(Duration.ofDays(40));
        ocsp = Optional.of(good(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void refusesReplaysOfOldAnswers() {
        byte[] old = good(clock.instant());
        clock.advance(Duration.ofDays(2));
        ocsp = Optional.of(old);
        assertUnknown(standing(), Standing.Why.NO_ANSWER);
        clock.advance(Duration.ofMinutes(2));
        Instant now = clock.instant();
        byte[] longLived = AUTHORITY.answer(person.getFirst(), Optional.empty(), now, now.plus(DAY.multipliedBy(30)));
        clock.advance(Duration.ofDays(1));
        ocsp = Optional.of(good(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Good.class);
        clock.advance(Duration.ofDays(2));
        // Still in date, but from before the answer that is known.
        ocsp = Optional.of(longLived);
        assertThat(standing())
                .isInstanceOfSatisfying(
                        Standing.Good.class, good -> assertThat(good.overdue()).isTrue());
    }

    @Test
    void refusesAnswersOfStrangersAndAboutOthers() {
        Instant now = clock.instant();
        AskedAuthority liar = new AskedAuthority("Nha nuoc");
        List<X509Certificate> other = AUTHORITY.person("http://127.0.0.1:1");
        List<byte[]> lies = List.of(
                liar.answer(person.getFirst(), Optional.empty(), now, now.plus(DAY)),
                AUTHORITY.answer(other.getFirst(), Optional.empty(), now, now.plus(DAY)),
                AUTHORITY.delegated(person.getFirst(), KeyPurposeId.id_kp_serverAuth, now, now.plus(DAY)),
                AUTHORITY.answer(person.getFirst(), Optional.empty(), now.plus(DAY), now.plus(DAY.multipliedBy(2))),
                new byte[0],
                new byte[80_000]);
        for (byte[] lie : lies) {
            ocsp = Optional.of(lie);
            list = Optional.of(liar.list(now, now.plus(DAY)));
            assertUnknown(standing(), Standing.Why.NO_ANSWER);
        }
        ocsp = Optional.of(AUTHORITY.delegated(person.getFirst(), KeyPurposeId.id_kp_OCSPSigning, now, now.plus(DAY)));
        assertThat(standing()).isInstanceOf(Standing.Good.class);
    }

    @Test
    void refusesAnAnswerWithAnyOctetChanged() {
        RevocationQuestion question = new RevocationQuestion(person.get(0), person.get(1));
        byte[] answer = good(clock.instant());
        assertThat(question.ocsp(answer, clock.instant())).isInstanceOf(RevocationAnswer.Good.class);
        for (int i = 0; i < answer.length; i++) {
            byte[] changed = answer.clone();
            changed[i] ^= 0x55;
            assertThat(question.ocsp(changed, clock.instant()))
                    .as("octet " + i)
                    .isInstanceOf(RevocationAnswer.Refused.class);
        }
    }

    @Test
    void readsTheListWhenTheResponderIsAway() {
        Instant now = clock.instant();
        Revocations revocations = revocations(List.of("127.0.0.1"));
        ocsp = Optional.of(new byte[] {1});
        list = Optional.of(AUTHORITY.list(now, now.plus(DAY), person.getFirst()));
        assertThat(revocations.of(person)).isInstanceOf(Standing.Revoked.class);
        List<X509Certificate> other =
                AUTHORITY.person("http://127.0.0.1:" + server.getAddress().getPort());
        assertThat(revocations.of(other)).isInstanceOf(Standing.Good.class);
    }

    @Test
    void callsNoHostThatWasNotNamed() {
        ocsp = Optional.of(good(clock.instant()));
        assertUnknown(revocations(List.of("ocsp.example")).of(person), Standing.Why.NOT_ALLOWED);
        assertUnknown(revocations(List.of()).of(person), Standing.Why.NOT_ALLOWED);
        assertUnknown(revocations(List.of("127.0.0.1")).of(List.of(AUTHORITY.certificate())), Standing.Why.NO_PLACE);
        assertThat(calls).hasValue(0);
    }

    @Test
    void whoeverChangesAKeptAnswerGainsNothing() throws IOException {
        ocsp = Optional.of(revoked(clock.instant()));
        assertThat(standing()).isInstanceOf(Standing.Revoked.class);
        ocsp = Optional.empty();
        byte[] forged = new AskedAuthority("Nha nuoc")
                .answer(
                        person.getFirst(),
                        Optional.empty(),
                        clock.instant(),
                        clock.instant().plus(DAY));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                byte[] content = new byte[9 + forged.length];
                content[0] = 'O';
                System.arraycopy(forged, 0, content, 9, forged.length);
                Files.write(file, content);
            }
        }
        assertUnknown(standing(), Standing.Why.NO_ANSWER);
    }

    private PdfValidation signed() {
        return new PdfValidation.Signed(
                List.of(new PdfSignatureCheck(
                        "person", "Ai do", clock.instant().minus(DAY), true, new PdfVerdict.Valid(), person)),
                new PdfVerdict.Valid());
    }

    @Test
    void anOutageChangesNothingWhereTheRuleIsSoftAndARevocationAlways() {
        Revocations soft = revocations(List.of("127.0.0.1"), Revocations.Use.INCOMING);
        assertThat(soft.judge(signed(), Revocations.Use.OUTGOING).isValid()).isTrue();
        assertThat(soft.judge(signed(), Revocations.Use.INCOMING))
                .isInstanceOfSatisfying(
                        PdfValidation.Signed.class,
                        judged -> assertThat(judged.verdict()).isInstanceOf(PdfVerdict.Indeterminate.class));
        clock.advance(Duration.ofMinutes(2));
        ocsp = Optional.of(revoked(clock.instant()));
        assertThat(soft.judge(signed(), Revocations.Use.OUTGOING))
                .isInstanceOfSatisfying(
                        PdfValidation.Signed.class,
                        judged -> assertThat(judged.verdict().toString())
                                .contains("Invalid", "revoked on", "checked at", "answer of"));
        assertThat(revocations(List.of()).judge(signed(), Revocations.Use.INCOMING))
                .isEqualTo(signed());
    }
}
