package vn.lienthong.crypto.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Opened;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.key.RecipientKey;

/** What every scheme has to do, those of the protocol and the one of a provider alike. */
class SchemeContractTest {

    static Stream<Named<EnvelopeFixture>> schemes() {
        return Stream.of(
                Named.of("LT-1", EnvelopeFixture.ordinary()),
                Named.of("LT-2", EnvelopeFixture.secret()),
                Named.of("LT-N1", EnvelopeFixture.nested()),
                Named.of("EX-1", EnvelopeFixture.provided()));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyRecipientOpens(EnvelopeFixture fixture) {
        byte[] envelope = fixture.seal();
        for (RecipientKey recipient : fixture.recipients) {
            assertThat(KeyEnvelope.open(envelope, recipient, fixture.expectation()))
                    .isInstanceOfSatisfying(
                            Opened.class,
                            opened -> assertThat(opened.manifest().contents()).isEqualTo(fixture.contents));
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aStrangerDoesNotOpen(EnvelopeFixture fixture) {
        RecipientKey stranger =
                fixture.authority.recipientKey(fixture.suite.scheme().generate(), "stranger");
        RecipientKey disguised = new RecipientKey(
                stranger.privateKey(), fixture.recipients.getFirst().certificate());
        byte[] envelope = fixture.seal();
        assertThat(reason(fixture, envelope, stranger)).isEqualTo(Reason.NOT_A_RECIPIENT);
        assertThat(reason(fixture, envelope, disguised)).isEqualTo(Reason.UNDECIPHERABLE);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void noChangedOctetIsTaken(EnvelopeFixture fixture) {
        byte[] envelope = fixture.seal();
        Random random = new Random(20_261_122);
        for (int i = 0; i < 400; i++) {
            byte[] changed = envelope.clone();
            int place = random.nextInt(changed.length);
            changed[place] ^= (byte) (1 + random.nextInt(255));
            EnvelopeOutcome outcome = KeyEnvelope.open(changed, fixture.recipients.getFirst(), fixture.expectation());
            // Another recipient's wrapped key may be spoilt without this one noticing; what is opened is what was
            // signed.
            if (outcome instanceof Opened opened) {
                assertThat(opened.manifest().contents()).isEqualTo(fixture.contents);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void nothingThatIsCutOffIsTaken(EnvelopeFixture fixture) {
        byte[] envelope = fixture.seal();
        for (int length = 0; length < envelope.length; length += 61) {
            assertThat(KeyEnvelope.open(
                            Arrays.copyOf(envelope, length), fixture.recipients.getFirst(), fixture.expectation()))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void anEnvelopeOfAnotherSuiteIsNotTaken(EnvelopeFixture fixture) {
        EnvelopeFixture other =
                fixture.suite.id().value().equals("LT-2") ? EnvelopeFixture.nested() : EnvelopeFixture.secret();
        byte[] foreign =
                KeyEnvelope.seal(other.contents, other.suite, other.sender, other.certificates(), TestAuthority.NOW);
        assertThat(KeyEnvelope.open(foreign, fixture.recipients.getFirst(), fixture.expectation()))
                .isInstanceOf(Refused.class);
    }

    private static Reason reason(EnvelopeFixture fixture, byte[] envelope, RecipientKey key) {
        EnvelopeOutcome outcome = KeyEnvelope.open(envelope, key, fixture.expectation());
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
