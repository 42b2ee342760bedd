package vn.lienthong.node.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person's keys stand in a session.
 *
 * @param phase where they stand
 * @param madeAt when they were made; null when there are none
 * @param until when an unlocked session locks itself, or a lock-out ends; null otherwise
 * @param minutesLeft whole minutes until then, rounded up; 0 without
 * @param fingerprint SHA-256 of the certificate of the key that shares are sealed to, in hexadecimal; empty without keys
 * @param lost how many documents can no longer be opened by the person since keys were made anew
 */
public record KeyState(
        Phase phase, @Nullable Instant madeAt, @Nullable Instant until, int minutesLeft, String fingerprint, int lost) {

    /** Where keys stand. */
    public enum Phase {
        /** There are none. */
        NONE,
        /** There are keys, and this session cannot use them. */
        LOCKED,
        /** This session can use them. */
        UNLOCKED,
        /** Too many wrong PINs: nobody can unlock them for a while. */
        LOCKED_OUT,
        /** They were revoked; new ones must be made. */
        REVOKED
    }
}
