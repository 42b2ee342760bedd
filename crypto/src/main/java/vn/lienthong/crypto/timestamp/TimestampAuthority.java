package vn.lienthong.crypto.timestamp;

import java.time.InstantSource;
import vn.lienthong.crypto.internal.timestamp.TokenIssuer;
import vn.lienthong.crypto.key.SigningKey;

/**
 * A timestamp authority: request octets in, response octets out, whatever carries them.
 *
 * <p>Guarantees: every token has a random 64 bit serial number, accuracy one second, an imprint of SHA-256 or SHA-512. Every
 * request is answered: one that is not understood or not acceptable with a failure of RFC 3161 §2.4.2. Does not guarantee that the
 * clock is right; whoever runs an authority sees to that. Thread-safe.
 */
public final class TimestampAuthority {

    /** The media type of requests. */
    public static final String REQUEST_TYPE = "application/timestamp-query";

    /** The media type of responses. */
    public static final String RESPONSE_TYPE = "application/timestamp-reply";

    /** The largest request that is looked at, in octets; an ordinary one has fewer than 100. */
    public static final int LARGEST_REQUEST = 4096;

    private final TokenIssuer issuer;

    /**
     * Creates an authority.
     *
     * @param key its key; the certificate has the critical and only extended key usage timeStamping
     * @param policy the object identifier of its policy, dotted
     * @param clock tells the time that is certified
     * @throws IllegalArgumentException when the certificate is not one for timestamps
     */
    public TimestampAuthority(SigningKey key, String policy, InstantSource clock) {
        this.issuer = new TokenIssuer(key, policy, clock);
    }

    /**
     * Answers a request.
     *
     * @param request what came in; hostile
     * @return a TimeStampResp in DER: granted with a token, or rejected with the reason
     */
    public byte[] answer(byte[] request) {
        return issuer.answer(request);
    }
}
