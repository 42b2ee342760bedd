package vn.lienthong.node.documents;

import java.util.List;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.envelope.EnvelopeExpectation;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.node.documents.OpeningOutcome.Refused;

/** Opens the key envelope with the keys of every recipient served here. */
final class EnvelopeOpening {

    /** None of the keys is one of those that the sender sealed to. */
    static final Refused NOT_A_RECIPIENT =
            new Refused(ErrorCode.ENVELOPE_REFUSED, "envelope " + EnvelopeOutcome.Reason.NOT_A_RECIPIENT);

    private EnvelopeOpening() {}

    /** What the agency signed, or why not. */
    sealed interface Outcome {

        /** The manifest with the payload key. */
        record Manifest(EnvelopeManifest manifest) implements Outcome {}

        /** It does not open for one of the recipients served here. */
        record Closed(Refused refusal) implements Outcome {}
    }

    static Outcome open(ReceivedParcel parcel, OpeningKeys keys) {
        Outcome outcome = new Outcome.Closed(new Refused(ErrorCode.NOT_ADDRESSEE, "no recipient is served here"));
        for (List<RecipientKey> epochs : keys.hosted().values()) {
            // Each recipient that the header names must really be sealed to; the last manifest is as good as the first.
            outcome = openWithOneOf(parcel, keys, epochs);
            if (outcome instanceof Outcome.Closed) {
                return outcome;
            }
        }
        return outcome;
    }

    private static Outcome openWithOneOf(ReceivedParcel parcel, OpeningKeys keys, List<RecipientKey> epochs) {
        Outcome outcome = new Outcome.Closed(new Refused(ErrorCode.ENVELOPE_REFUSED, "the recipient has no key here"));
        byte[] envelope = parcel.envelope().toByteArray();
        for (RecipientKey key : epochs) {
            switch (KeyEnvelope.open(envelope, key, expectation(parcel, keys, key))) {
                case EnvelopeOutcome.Opened(EnvelopeManifest manifest) -> {
                    return new Outcome.Manifest(manifest);
                }
                case EnvelopeOutcome.Refused(EnvelopeOutcome.Reason reason, String _) -> {
                    outcome = new Outcome.Closed(new Refused(ErrorCode.ENVELOPE_REFUSED, "envelope " + reason));
                    if (reason != EnvelopeOutcome.Reason.NOT_A_RECIPIENT) {
                        return outcome;
                    }
                }
            }
        }
        return outcome;
    }

    private static EnvelopeExpectation expectation(ReceivedParcel parcel, OpeningKeys keys, RecipientKey key) {
        return new EnvelopeExpectation(
                keys.suite(),
                parcel.header().parcelId().value(),
                parcel.header().sender().value(),
                Digest.sha256(parcel.headerOctets().toByteArray()),
                parcel.header().recipients().size(),
                keys.classicalSigner(),
                keys.postQuantumSigner(),
                List.of(key.certificate()));
    }
}
