package vn.lienthong.node.audit.internal.export;

import org.jspecify.annotations.Nullable;
import vn.lienthong.node.audit.EventId;

/**
 * What was written.
 *
 * @param count how many events
 * @param first the oldest of them, or null
 * @param last the newest of them, or null
 */
record WrittenExport(
        long count, @Nullable EventId first, @Nullable EventId last) {}
