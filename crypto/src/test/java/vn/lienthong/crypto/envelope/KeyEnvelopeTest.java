package vn.lienthong.crypto.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Opened;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.Protection;

class KeyEnvelopeTest {

    private static final EnvelopeFixture ORDINARY = EnvelopeFixture.ordinary();

    private final EnvelopeFixture fixture = ORDINARY;

    private static Reason refused(EnvelopeOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    private EnvelopeOutcome open(byte[] envelope, EnvelopeExpectation expected) {
        return KeyEnvelope.open(envelope, fixture.recipients.getFirst(), expected);
    }

    @Test
    void everyRecipientOpensTheOrdinarySuite() {
        byte[] envelope = fixture.seal();
        for (RecipientKey recipient : fixture.recipients) {
            EnvelopeOutcome outcome = KeyEnvelope.open(envelope, recipient, fixture.expectation());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Opened.class,
                            opened -> assertThat(opened.manifest().contents()).isEqualTo(fixture.contents));
        }
    }

    @Test
    void everyRecipientOpensTheSecretSuite() {
        EnvelopeFixture secret = EnvelopeFixture.secret();
        byte[] envelope = secret.seal();
        for (RecipientKey recipient : secret.recipients) {
            assertThat(KeyEnvelope.open(envelope, recipient, secret.expectation()))
                    .isInstanceOf(Opened.class);
        }
    }

    @Test
    void neverPrintsPayloadKeys() {
        EnvelopeOutcome outcome = open(fixture.seal(), fixture.expectation());
        assertThat(outcome.toString()).contains("[REDACTED]");
    }

    @Test
    void refusesSomebodyWhoIsNotARecipient() {
        RecipientKey stranger = fixture.authority.recipientKey(KeyAlgorithm.MLKEM768_X25519, "stranger");
        assertThat(refused(KeyEnvelope.open(fixture.seal(), stranger, fixture.expectation())))
                .isEqualTo(Reason.NOT_A_RECIPIENT);
    }

    @Test
    void refusesTheRightCertificateWithTheWrongPrivateKey() {
        RecipientKey mixed = new RecipientKey(
                fixture.recipients.get(1).privateKey(),
                fixture.recipients.get(0).certificate());
        assertThat(refused(KeyEnvelope.open(fixture.seal(), mixed, fixture.expectation())))
                .isEqualTo(Reason.UNDECIPHERABLE);
    }

    @Test
    void refusesAnotherHeaderParcelOrSender() {
        byte[] envelope = fixture.seal();
        EnvelopeExpectation right = fixture.expectation();
        Digest otherHeader = Digest.sha256("other".getBytes(UTF_8));
        assertThat(refused(open(envelope, fixture.expectation(otherHeader, fixture.sender, 3))))
                .isEqualTo(Reason.BINDING_MISMATCH);
        EnvelopeExpectation otherParcel = new EnvelopeExpectation(
                right.suite(),
                new UUID(1, 2),
                right.sender(),
                right.headerDigest(),
                3,
                right.classicalSigner(),
                right.postQuantumSigner(),
                List.of());
        assertThat(refused(open(envelope, otherParcel))).isEqualTo(Reason.BINDING_MISMATCH);
        EnvelopeExpectation otherSender = new EnvelopeExpectation(
                right.suite(),
                right.parcelId(),
                "H30",
                right.headerDigest(),
                3,
                right.classicalSigner(),
                right.postQuantumSigner(),
                List.of());
        assertThat(refused(open(envelope, otherSender))).isEqualTo(Reason.BINDING_MISMATCH);
    }

    @Test
    void refusesAnotherSuiteThanExpected() {
        EnvelopeExpectation right = fixture.expectation();
        EnvelopeExpectation other = new EnvelopeExpectation(
                EnvelopeFixture.suite("LT-2"),
                right.parcelId(),
                right.sender(),
                right.headerDigest(),
                3,
                right.classicalSigner(),
                right.postQuantumSigner(),
                List.of());
        assertThat(refused(open(fixture.seal(), other))).isEqualTo(Reason.FORBIDDEN_ALGORITHM);
    }

    @Test
    void refusesOtherSignersThanTheDirectoryNames() {
        DualSigningKey other = fixture.authority.agencyKeys(KeyAlgorithm.EC_P256, KeyAlgorithm.ML_DSA_65, "x");
        byte[] envelope = fixture.seal();
        assertThat(refused(open(envelope, fixture.expectation(EnvelopeFixture.HEADER, other, 3))))
                .isEqualTo(Reason.WRONG_SIGNER);
        DualSigningKey half = new DualSigningKey(fixture.sender.classical(), other.postQuantum());
        assertThat(refused(open(envelope, fixture.expectation(EnvelopeFixture.HEADER, half, 3))))
                .isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void refusesWhenTheHeaderCountsOtherRecipientsOrOneHostedHereIsNotAddressed() {
        byte[] envelope = fixture.seal();
        EnvelopeExpectation right = fixture.expectation();
        assertThat(refused(open(envelope, fixture.expectation(EnvelopeFixture.HEADER, fixture.sender, 4))))
                .isEqualTo(Reason.RECIPIENT_STRIPPED);
        X509Certificate absent = fixture.authority
                .recipientKey(KeyAlgorithm.MLKEM768_X25519, "absent")
                .certificate();
        EnvelopeExpectation hosting = new EnvelopeExpectation(
                right.suite(),
                right.parcelId(),
                right.sender(),
                right.headerDigest(),
                3,
                right.classicalSigner(),
                right.postQuantumSigner(),
                List.of(absent));
        assertThat(refused(open(envelope, hosting))).isEqualTo(Reason.RECIPIENT_STRIPPED);
    }

    @Test
    void refusesOversizeEmptyTruncatedAndExtendedEnvelopes() {
        byte[] envelope = fixture.seal();
        assertThat(refused(open(new byte[KeyEnvelope.MAX_SIZE + 1], fixture.expectation())))
                .isEqualTo(Reason.OVERSIZE);
        assertThat(refused(open(Arrays.copyOf(envelope, envelope.length + 1), fixture.expectation())))
                .isEqualTo(Reason.MALFORMED);
        for (int length = 0; length < envelope.length; length += 97) {
            assertThat(open(Arrays.copyOf(envelope, length), fixture.expectation()))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void refusesEveryChangeOfEveryRegion() {
        byte[] envelope = fixture.seal();
        Random random = new Random(20261121);
        for (int i = 0; i < envelope.length; i += 23) {
            byte[] mutant = envelope.clone();
            mutant[i] ^= (byte) (1 + random.nextInt(255));
            EnvelopeOutcome outcome = open(mutant, fixture.expectation());
            if (outcome instanceof Opened opened) {
                assertThat(opened.manifest().contents()).isEqualTo(fixture.contents);
            }
        }
    }

    @Test
    void sealsOnlyWhatTheSuiteAllows() {
        EnvelopeContents secret =
                EnvelopeFixture.contents(fixture.suite.id(), EnvelopeFixture.HEADER, Protection.SECRET);
        RecipientKey otherKem = fixture.authority.recipientKey(KeyAlgorithm.MLKEM1024_ECDH_P384, "x");
        List<X509Certificate> twice =
                Collections.nCopies(2, fixture.certificates().getFirst());
        assertThatThrownBy(() -> seal(secret, fixture.certificates())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal(fixture.contents, List.of(otherKem.certificate())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal(fixture.contents, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal(fixture.contents, twice)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] seal(EnvelopeContents contents, List<X509Certificate> recipients) {
        return KeyEnvelope.seal(contents, fixture.suite, fixture.sender, recipients, TestAuthority.NOW);
    }
}
