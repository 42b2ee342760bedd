package vn.lienthong.node.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;

/**
 * An entry as it was appended.
 *
 * @param id names it
 * @param kind what it is
 * @param octets what the tree holds the hash of
 * @param appendedAt when the transaction appended it; the log itself proves order, not time
 * @param index its place in the tree, from 0; null as long as it waits
 */
public record LogEntry(
        LogEntryId id,
        LogEntryKind kind,
        Octets octets,
        Instant appendedAt,
        @Nullable Long index) {}
