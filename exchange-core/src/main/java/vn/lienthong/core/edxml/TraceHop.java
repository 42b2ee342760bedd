package vn.lienthong.core.edxml;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * A station that a message claims to have passed. Nothing vouches for it.
 *
 * @param organId as received, at most 100 characters; may be empty
 * @param at by that station's clock, Vietnamese time; null when not said or impossible
 */
public record TraceHop(String organId, @Nullable LocalDateTime at) {

    /** Checks the length. */
    public TraceHop {
        organId = BoundedText.line("organ id", organId, 0, 100);
    }
}
