package vn.lienthong.node.audit.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How shipping stands.
 *
 * @param target host and port of the collector; empty when none is set up
 * @param backlog how many events wait, counted up to 100 000
 * @param oldest when the oldest of them was recorded, or null
 * @param lastSuccess when something last arrived, or null
 * @param stopped whether it is considered stopped: events wait and nothing has arrived for a while
 * @param fault why the last attempt failed, in English, or null
 */
public record ShippingState(
        String target,
        long backlog,
        @Nullable Instant oldest,
        @Nullable Instant lastSuccess,
        boolean stopped,
        @Nullable String fault) {

    /** Whether a collector is set up. */
    public boolean enabled() {
        return !target.isEmpty();
    }
}
