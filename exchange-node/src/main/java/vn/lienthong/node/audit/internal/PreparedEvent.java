package vn.lienthong.node.audit.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.SecurityEvent;

/**
 * An event that is ready to be stored.
 *
 * @param id names it
 * @param at when
 * @param event with actor and origin
 * @param entry the octets for the log
 * @param privatePart what can be erased; null when there is nothing private
 */
record PreparedEvent(
        EventId id,
        Instant at,
        SecurityEvent event,
        Octets entry,
        @Nullable PrivatePart privatePart) {}
