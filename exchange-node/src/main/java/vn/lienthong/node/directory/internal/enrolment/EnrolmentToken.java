package vn.lienthong.node.directory.internal.enrolment;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * What the operator of a new node holds in hand (docs/protocol §9): the right to enrol once, and the digest of the trust anchor.
 *
 * @param tokenId names the token at the directory
 * @param secret proves that the token was received; 32 octets
 * @param anchor digest of {@code anchor.pem}
 */
public record EnrolmentToken(UUID tokenId, Octets secret, Sha256 anchor) {

    /** The length of the secret in octets. */
    public static final int SECRET = 32;

    private static final String PREFIX = "lt1.";
    private static final int ID = 16;
    private static final int LENGTH = ID + SECRET + Sha256.LENGTH;
    private static final int TEXT = PREFIX.length() + (LENGTH * 4 + 2) / 3;

    /** Refuses secrets of another length. */
    public EnrolmentToken {
        if (secret.size() != SECRET) {
            throw new IllegalArgumentException("the secret of a token has 32 octets");
        }
    }

    /** Reads the text of a token; anything else is nothing. */
    public static Optional<EnrolmentToken> parse(String text) {
        if (text.length() != TEXT || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
            UUID tokenId = new UUID(octets.getLong(), octets.getLong());
            byte[] secret = new byte[SECRET];
            byte[] anchor = new byte[Sha256.LENGTH];
            octets.get(secret).get(anchor);
            return Optional.of(new EnrolmentToken(tokenId, Octets.of(secret), Sha256.fromBytes(anchor)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The text that is handed over; a secret. */
    public String text() {
        byte[] octets = ByteBuffer.allocate(LENGTH)
                .putLong(tokenId.getMostSignificantBits())
                .putLong(tokenId.getLeastSignificantBits())
                .put(secret.toByteArray())
                .put(anchor.bytes())
                .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Names the token without its secret. */
    @Override
    public String toString() {
        return "EnrolmentToken[" + tokenId + "]";
    }
}
