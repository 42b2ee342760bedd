package vn.lienthong.crypto.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.internal.timestamp.ResponseChecks;
import vn.lienthong.crypto.internal.timestamp.TimestampRequests;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Granted;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Reason;
import vn.lienthong.crypto.timestamp.TimestampOutcome.Refused;

/**
 * Asks an authority for timestamps and believes nothing of the answer that it has not checked.
 *
 * <p>Guarantees of a granted timestamp: it answers this very request, is about this digest, was signed by a timestamp authority
 * below the trust anchor whose certificate was valid then, and states a time near the present. Thread-safe if the transport is.
 */
public final class TimestampClient {

    private static final int NONCE_BITS = 64;

    private final TimestampTransport transport;
    private final TimestampTrust trust;
    private final Duration tolerance;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates a client.
     *
     * @param transport the way to the authority
     * @param trust whose timestamps are believed
     * @param tolerance how far the stated time may be from the present, either way
     * @param clock tells the present
     */
    public TimestampClient(
            TimestampTransport transport, TimestampTrust trust, Duration tolerance, InstantSource clock) {
        this.transport = transport;
        this.trust = trust;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Asks for a timestamp.
     *
     * @param imprint the digest of what existed, SHA-256 or SHA-512
     * @return the outcome; a wrong answer is a refusal
     * @throws IOException when the authority cannot be reached; worth trying again
     */
    public TimestampOutcome stamp(Digest imprint) throws IOException {
        BigInteger nonce = new BigInteger(NONCE_BITS, random);
        byte[] answer = transport.exchange(TimestampRequests.encode(imprint, nonce, trust.policy()));
        TimestampOutcome outcome = ResponseChecks.check(answer, imprint, nonce, trust);
        return outcome instanceof Granted granted && isStale(granted)
                ? new Refused(Reason.STALE, "stated time " + granted.token().time())
                : outcome;
    }

    private boolean isStale(Granted granted) {
        Duration distance = Duration.between(granted.token().time(), clock.instant());
        return distance.abs().compareTo(tolerance) > 0;
    }
}
