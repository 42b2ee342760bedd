package vn.lienthong.crypto.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;

/** A sender, three recipients and a parcel of one suite. */
public final class EnvelopeFixture {

    public static final UUID PARCEL = UUID.fromString("01936a2e-0000-7000-8000-000000000001");
    public static final Digest HEADER = Digest.sha256("header".getBytes(UTF_8));
    public static final String SENDER = "H29.1.2";

    public final TestAuthority authority = new TestAuthority();
    public final Suite suite;
    public final DualSigningKey sender;
    public final List<RecipientKey> recipients;
    public final EnvelopeContents contents;

    private EnvelopeFixture(Suite suite, KeyAlgorithm classical, KeyAlgorithm postQuantum, Protection protection) {
        this.suite = suite;
        this.sender = authority.agencyKeys(classical, postQuantum, SENDER);
        this.recipients = IntStream.range(0, 3)
                .mapToObj(i -> authority.recipientKey(suite.scheme().generate(), "recipient " + i))
                .toList();
        this.contents = contents(suite.id(), HEADER, protection);
    }

    public static EnvelopeFixture ordinary() {
        return new EnvelopeFixture(suite("LT-1"), KeyAlgorithm.EC_P256, KeyAlgorithm.ML_DSA_65, Protection.ORDINARY);
    }

    public static EnvelopeFixture secret() {
        return new EnvelopeFixture(suite("LT-2"), KeyAlgorithm.EC_P384, KeyAlgorithm.ML_DSA_87, Protection.SECRET);
    }

    /** LT-N1: two envelopes, one in the other. */
    public static EnvelopeFixture nested() {
        return new EnvelopeFixture(suite("LT-N1"), KeyAlgorithm.EC_P384, KeyAlgorithm.ML_DSA_87, Protection.SECRET);
    }

    /** The suite of the provider that stands on the class path of these tests only. */
    public static EnvelopeFixture provided() {
        return new EnvelopeFixture(suite("EX-1"), KeyAlgorithm.EC_P384, KeyAlgorithm.ML_DSA_87, Protection.SECRET);
    }

    public static Suite suite(String id) {
        return SuiteRegistry.standard().find(new SuiteId(id)).orElseThrow();
    }

    public static EnvelopeContents contents(SuiteId suite, Digest header, Protection protection) {
        PayloadEntry entry = new PayloadEntry(
                0,
                123_456,
                Digest.sha512("plain".getBytes(UTF_8)),
                Digest.sha256("sealed".getBytes(UTF_8)),
                PayloadKey.generate());
        return new EnvelopeContents(
                suite,
                PARCEL,
                SENDER,
                TestAuthority.NOW,
                TestAuthority.NOW.plus(Duration.ofDays(30)),
                protection,
                header,
                List.of(entry));
    }

    public List<X509Certificate> certificates() {
        return recipients.stream().map(RecipientKey::certificate).toList();
    }

    public byte[] seal() {
        return KeyEnvelope.seal(contents, suite, sender, certificates(), TestAuthority.NOW);
    }

    public EnvelopeExpectation expectation() {
        return expectation(HEADER, sender, 3);
    }

    public EnvelopeExpectation expectation(Digest header, DualSigningKey signer, int count) {
        return new EnvelopeExpectation(
                suite,
                PARCEL,
                SENDER,
                header,
                count,
                signer.classical().certificate(),
                signer.postQuantum().certificate(),
                List.of());
    }
}
