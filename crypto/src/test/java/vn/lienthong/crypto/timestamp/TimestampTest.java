package vn.lienthong.crypto.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.asic.TestAuthority;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.internal.timestamp.TimestampRequests;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Granted;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Reason;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Refused;

class TimestampTest {

    private static final String POLICY = "2.25.7.1";
    private static final TestAuthority PKI = new TestAuthority();
    private static final SigningKey KEY = PKI.signer("tsa", "EC", "P-256", KeyPurposeId.id_kp_timeStamping);
    private static final Digest IMPRINT = Digest.sha256("checkpoint".getBytes(StandardCharsets.UTF_8));
    private static final Digest OTHER = Digest.sha256(new byte[1]);
    private static final TimestampTrust TRUST = TimestampTrust.underPolicy(new TrustAnchor(PKI.certificate()), POLICY);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TimestampAuthority authority = new TimestampAuthority(KEY, POLICY, TestAuthority.CLOCK);

    @ParameterizedTest
    @CsvSource({"EC,P-256", "EC,P-384", "RSA,3072", "ML-DSA,ML-DSA-65", "ML-DSA,ML-DSA-87"})
    void grantsWhatTheClientAccepts(String algorithm, String variant) throws IOException {
        SigningKey key = PKI.signer("tsa", algorithm, variant, KeyPurposeId.id_kp_timeStamping);
        TimestampAuthority signing = new TimestampAuthority(key, POLICY, TestAuthority.CLOCK);
        for (Digest imprint : Set.of(IMPRINT, Digest.sha512(new byte[0]))) {
            TimestampToken token = granted(client(signing::answer).stamp(imprint));
            assertThat(token.imprint()).isEqualTo(imprint);
            assertThat(token.time()).isEqualTo(TestAuthority.NOW);
            assertThat(token.policy()).isEqualTo(POLICY);
            assertThat(granted(TRUST.check(token.encoded(), imprint))).isEqualTo(token);
        }
    }

    @Test
    void givesEveryTokenAnotherSerialNumber() throws IOException {
        Set<BigInteger> serials = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            serials.add(granted(client(authority::answer).stamp(IMPRINT)).serial());
        }
        assertThat(serials).hasSize(20).allMatch(serial -> serial.bitLength() >= 64);
    }

    @Test
    void refusesAnswerToAnotherRequest() throws IOException {
        byte[] old = authority.answer(TimestampRequests.encode(IMPRINT, BigInteger.TWO, Optional.empty()));
        assertRefused(client(request -> old).stamp(IMPRINT), Reason.WRONG_NONCE);
        byte[] none = authority.answer(request(NISTObjectIdentifiers.id_sha256.getId(), 32));
        assertRefused(client(request -> none).stamp(Digest.of(new byte[32])), Reason.WRONG_NONCE);
    }

    @Test
    void refusesTokenAboutAnotherDigest() throws IOException {
        byte[] other = authority.answer(TimestampRequests.encode(OTHER, BigInteger.TWO, Optional.empty()));
        assertRefused(client(request -> other).stamp(IMPRINT), Reason.WRONG_IMPRINT);
        TimestampToken token = granted(client(authority::answer).stamp(OTHER));
        assertRefused(TRUST.check(token.encoded(), IMPRINT), Reason.WRONG_IMPRINT);
        assertRefused(TRUST.check(token.encoded(), Digest.sha512(new byte[1])), Reason.WRONG_IMPRINT);
    }

    @Test
    void refusesTokenOfAnotherPolicy() throws IOException {
        TimestampToken token = granted(client(authority::answer).stamp(IMPRINT));
        TimestampTrust strict = TimestampTrust.underPolicy(TRUST.anchor(), "2.25.7.2");
        assertRefused(strict.check(token.encoded(), IMPRINT), Reason.WRONG_POLICY);
        assertThat(TimestampTrust.anyPolicy(TRUST.anchor()).check(token.encoded(), IMPRINT))
                .isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61, 86_400})
    void refusesTokenFarFromThePresent(long seconds) throws IOException {
        InstantSource elsewhere = InstantSource.fixed(TestAuthority.NOW.plusSeconds(seconds));
        TimestampClient client = new TimestampClient(authority::answer, TRUST, TOLERANCE, elsewhere);
        assertRefused(client.stamp(IMPRINT), Reason.STALE);
    }

    @Test
    void refusesToBeAnAuthorityWithoutTheRightCertificate() {
        for (SigningKey wrong : wrongKeys()) {
            assertThatThrownBy(() -> new TimestampAuthority(wrong, POLICY, TestAuthority.CLOCK))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesTokenOfSignerThatIsNoTimestampAuthority() throws IOException {
        for (SigningKey wrong : wrongKeys()) {
            byte[] token = ForgedTokens.token(wrong, IMPRINT, POLICY);
            assertRefused(TRUST.check(token, IMPRINT), Reason.UNTRUSTED);
        }
        assertThat(TRUST.check(ForgedTokens.token(KEY, IMPRINT, POLICY), IMPRINT))
                .isInstanceOf(Granted.class);
    }

    @Test
    void refusesTokenOfUnknownRevokedOrNotYetValidAuthority() throws IOException {
        byte[] token = granted(client(authority::answer).stamp(IMPRINT)).encoded();
        TrustAnchor stranger = new TrustAnchor(new TestAuthority().certificate());
        assertThat(TimestampTrust.anyPolicy(stranger).check(token, IMPRINT)).isInstanceOf(Refused.class);
        TrustAnchor revoked = new TrustAnchor(PKI.certificate(), Set.of(Certificates.fingerprint(KEY.certificate())));
        assertRefused(TimestampTrust.anyPolicy(revoked).check(token, IMPRINT), Reason.UNTRUSTED);
        InstantSource early = InstantSource.fixed(TestAuthority.NOW.minus(Duration.ofDays(40)));
        TimestampAuthority before = new TimestampAuthority(KEY, POLICY, early);
        assertRefused(new TimestampClient(before::answer, TRUST, TOLERANCE, early).stamp(IMPRINT), Reason.UNTRUSTED);
    }

    @Test
    void answersMalformedRequestsWithFailures() throws IOException, TSPException {
        assertRejected(new byte[0]);
        assertRejected("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
        assertRejected(new byte[TimestampAuthority.LARGEST_REQUEST + 1]);
        assertRejected(request(OIWObjectIdentifiers.idSHA1.getId(), 20));
        assertRejected(request(NISTObjectIdentifiers.id_sha256.getId(), 20));
        assertRejected(TimestampRequests.encode(IMPRINT, BigInteger.ONE, Optional.of("2.25.9")));
        assertRejected(TimestampRequests.encode(IMPRINT, BigInteger.ONE.shiftLeft(300), Optional.empty()));
        byte[] good = TimestampRequests.encode(IMPRINT, BigInteger.ONE, Optional.empty());
        assertRejected(Arrays.copyOf(good, good.length + 1));
        assertThat(new TimeStampResponse(authority.answer(good)).getStatus()).isZero();
    }

    @Test
    void refusesFailuresAndOversizedAnswers() throws IOException {
        assertRefused(client(request -> authority.answer(new byte[0])).stamp(IMPRINT), Reason.NOT_GRANTED);
        assertRefused(client(request -> new byte[0]).stamp(IMPRINT), Reason.MALFORMED);
        byte[] large = new byte[TimestampTransport.LARGEST_ANSWER + 1];
        assertRefused(client(request -> large).stamp(IMPRINT), Reason.MALFORMED);
    }

    @Test
    void noChangedTokenSaysAnythingElse() throws IOException {
        TimestampToken token = granted(client(authority::answer).stamp(IMPRINT));
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = token.encoded();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (TRUST.check(changed, IMPRINT) instanceof Granted granted) {
                // the issuer's certificate in the token is not signed and not used
                assertThat(granted.token().time()).isEqualTo(token.time());
                assertThat(granted.token().serial()).isEqualTo(token.serial());
            }
        }
    }

    @Test
    void everyMutilatedRequestIsAnswered() throws IOException, TSPException {
        byte[] good = TimestampRequests.encode(IMPRINT, BigInteger.TEN, Optional.of(POLICY));
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = Arrays.copyOf(good, random.nextInt(3) == 0 ? random.nextInt(good.length) : good.length);
            for (int k = 0; k < 3 && changed.length > 0; k++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            assertThat(new TimeStampResponse(authority.answer(changed)).getStatus())
                    .isBetween(0, 2);
        }
    }

    private static SigningKey[] wrongKeys() {
        KeyPurposeId[] both = {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth};
        return new SigningKey[] {
            PKI.signer("none", "EC", "P-256"),
            PKI.signer("server", "EC", "P-256", KeyPurposeId.id_kp_serverAuth),
            PKI.signer("both", "EC", "P-256", both)
        };
    }

    private static TimestampClient client(TimestampTransport transport) {
        return new TimestampClient(transport, TRUST, TOLERANCE, TestAuthority.CLOCK);
    }

    private static byte[] request(String algorithm, int length) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator
                .generate(new org.bouncycastle.asn1.ASN1ObjectIdentifier(algorithm), new byte[length])
                .getEncoded();
    }

    private static TimestampToken granted(TimestampOutcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).token();
    }

    private static void assertRefused(TimestampOutcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void assertRejected(byte[] request) throws IOException, TSPException {
        TimeStampResponse response = new TimeStampResponse(authority.answer(request));
        assertThat(response.getStatus()).isEqualTo(2);
        assertThat(response.getFailInfo()).isNotNull();
    }
}
