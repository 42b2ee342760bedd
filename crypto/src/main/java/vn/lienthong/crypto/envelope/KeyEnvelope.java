package vn.lienthong.crypto.envelope;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.internal.envelope.EnvelopeOpener;
import vn.lienthong.crypto.internal.envelope.EnvelopeSealer;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.Suite;

/**
 * The key envelope of a parcel: the signed manifest with the payload keys, sealed to every recipient (protocol §4.4).
 *
 * <p>Guarantees when opened: made by both keys of the expected agency; for this suite, parcel and header; for exactly the
 * recipients that stand in it; addressed to the given key. Does not guarantee: that the certificates are trusted, that the
 * parcel is new or has not expired. Thread-safe.
 */
public final class KeyEnvelope {

    /** The largest envelope, in octets. */
    public static final int MAX_SIZE = 1024 * 1024;

    /** The largest number of recipients. */
    public static final int MAX_RECIPIENTS = 500;

    private KeyEnvelope() {}

    /**
     * Signs the contents with both keys and seals them to the recipients.
     *
     * @param suite the suite that the contents name
     * @param recipients 1 to 500 different key certificates of the suite's algorithm
     * @return the envelope in DER
     * @throws IllegalArgumentException if a key, certificate or number is not allowed by the suite
     */
    public static byte[] seal(
            EnvelopeContents contents,
            Suite suite,
            DualSigningKey sender,
            List<X509Certificate> recipients,
            Instant signingTime) {
        return EnvelopeSealer.seal(contents, suite, sender, recipients, signingTime);
    }

    /** Opens an envelope or says why not; hostile octets lead to a refusal, never to an exception. */
    public static EnvelopeOutcome open(byte[] envelope, RecipientKey key, EnvelopeExpectation expected) {
        return EnvelopeOpener.open(envelope, key, expected);
    }
}
