package vn.lienthong.crypto.envelope;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.SuiteId;

/**
 * What the sender puts into an envelope.
 *
 * @param suite the parcel's suite
 * @param parcelId the parcel
 * @param sender code of the sending agency, 1 to 64 characters
 * @param createdAt when the parcel was made, in milliseconds
 * @param expiresAt when it is worth nothing any more, in milliseconds
 * @param protection the regime of the document
 * @param headerDigest SHA-256 of the parcel header
 * @param payloads 1 to 100 payloads, numbered 0, 1, 2 …
 */
public record EnvelopeContents(
        SuiteId suite,
        UUID parcelId,
        String sender,
        Instant createdAt,
        Instant expiresAt,
        Protection protection,
        Digest headerDigest,
        List<PayloadEntry> payloads) {

    /** The longest sender code. */
    public static final int MAX_SENDER = 64;

    /** The largest number of payloads. */
    public static final int MAX_PAYLOADS = 100;

    /** Copies the list and refuses what the manifest cannot say. */
    public EnvelopeContents {
        payloads = List.copyOf(payloads);
        require(!sender.isEmpty() && sender.length() <= MAX_SENDER, "a sender code has 1 to 64 characters");
        require(createdAt.isBefore(expiresAt), "a parcel expires after it was made");
        require(isWholeMilliseconds(createdAt) && isWholeMilliseconds(expiresAt), "times are in milliseconds");
        require(headerDigest.length() == Digest.SHA256_LENGTH, "the header digest is a SHA-256 value");
        require(!payloads.isEmpty() && payloads.size() <= MAX_PAYLOADS, "an envelope names 1 to 100 payloads");
        for (int i = 0; i < payloads.size(); i++) {
            require(payloads.get(i).index() == i, "payloads are numbered 0, 1, 2 …");
        }
    }

    private static boolean isWholeMilliseconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).equals(instant);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
