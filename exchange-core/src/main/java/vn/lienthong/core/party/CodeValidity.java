package vn.lienthong.core.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Timestamps;

/**
 * A code and the time in which it belongs to an agency.
 *
 * @param code the code
 * @param from first instant, inclusive
 * @param until first instant at which it no longer belongs to the agency; null while no end is known
 */
public record CodeValidity(
        AgencyCode code, Instant from, @Nullable Instant until) {

    /** Cuts both instants to milliseconds and refuses an empty period. */
    public CodeValidity {
        from = Timestamps.millis(from);
        until = until == null ? null : Timestamps.millis(until);
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a code must be valid for some time");
        }
    }

    /** Returns whether the code belongs to the agency at that instant. */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && (until == null || time.isBefore(until));
    }

    /** Returns whether both speak about the same code at some common instant. */
    public boolean clashesWith(CodeValidity other) {
        return code.equals(other.code)
                && (other.until == null || from.isBefore(other.until))
                && (until == null || other.from.isBefore(until));
    }
}
