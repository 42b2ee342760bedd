package vn.lienthong.crypto.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.jcajce.CompositePrivateKey;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.key.RecipientKey;

/** One broken half of LT-N1 opens nothing. */
class NestedEnvelopeTest {

    private final EnvelopeFixture fixture = EnvelopeFixture.nested();
    private final byte[] envelope = fixture.seal();
    private final RecipientKey stranger =
            fixture.authority.recipientKey(fixture.suite.scheme().generate(), "stranger");

    @Test
    void theClassicalHalfAloneDoesNotOpen() {
        assertThat(opened(half(stranger, 0), half(fixture.recipients.getFirst(), 1)))
                .isEqualTo(Reason.UNDECIPHERABLE);
    }

    @Test
    void thePostQuantumHalfAloneDoesNotOpen() {
        assertThat(opened(half(fixture.recipients.getFirst(), 0), half(stranger, 1)))
                .isEqualTo(Reason.UNDECIPHERABLE);
    }

    @Test
    void theEnvelopeInsideCannotBeGivenToOthersInAnotherOneOutside() throws GeneralSecurityException {
        EnvelopeFixture other = EnvelopeFixture.nested();
        byte[] foreign = KeyEnvelope.seal(
                fixture.contents, fixture.suite, other.sender, other.certificates(), TestAuthority.NOW);
        assertThat(KeyEnvelope.open(foreign, fixture.recipients.getFirst(), fixture.expectation()))
                .isInstanceOf(Refused.class);
    }

    private static PrivateKey half(RecipientKey key, int part) {
        return ((CompositePrivateKey) key.privateKey()).getPrivateKeys().get(part);
    }

    private Reason opened(PrivateKey quantum, PrivateKey classical) {
        CompositePrivateKey whole =
                (CompositePrivateKey) fixture.recipients.getFirst().privateKey();
        PrivateKey mixed = new CompositePrivateKey(
                whole.getAlgorithmIdentifier(), List.of(quantum, classical).toArray(PrivateKey[]::new));
        EnvelopeOutcome outcome = KeyEnvelope.open(
                envelope, new RecipientKey(mixed, fixture.recipients.getFirst().certificate()), fixture.expectation());
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }
}
