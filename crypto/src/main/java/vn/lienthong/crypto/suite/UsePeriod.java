package vn.lienthong.crypto.suite;

import java.time.Instant;

/**
 * The time in which a suite may be used for one protection.
 *
 * @param notBefore the first instant
 * @param notAfter the first instant at which it is over
 */
public record UsePeriod(Instant notBefore, Instant notAfter) {

    /** Refuses an empty period. */
    public UsePeriod {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** Returns whether the instant lies in the period. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(notBefore) && instant.isBefore(notAfter);
    }
}
