package vn.lienthong.node.log;

import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * Names an entry from the moment in which it is appended, long before it has a place in the log.
 *
 * @param value a time-ordered identifier
 */
public record LogEntryId(UUID value) {

    /** Refuses other versions of identifiers. */
    public LogEntryId {
        CanonicalUuid.requireTimeOrdered(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
