package vn.lienthong.node.log.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogName;

/**
 * Names entries so that the order of the names is the order in which they were appended, also when the clock was set back over a
 * restart while entries of before still waited for their places: these go first in any case. Only names of entries run ahead of the
 * clock then, no others.
 */
final class EntryNames {

    private static final long COUNTER_END = 0xFFF;

    private final EntryRows rows;
    private final TimeOrderedIds ids;
    private final Map<LogName, UUID> last = new EnumMap<>(LogName.class);
    private final ReentrantLock lock = new ReentrantLock();

    EntryNames(EntryRows rows, TimeOrderedIds ids) {
        this.rows = rows;
        this.ids = ids;
    }

    /** So many names, each greater than all before it and than those that wait; called in the transaction that appends. */
    List<LogEntryId> next(LogName log, int count) {
        lock.lock();
        try {
            List<LogEntryId> names = new ArrayList<>(count);
            UUID before = last.get(log);
            // Publications are rare, and another process may have appended one; of the log of events one look is
            // enough.
            if (before == null || log == LogName.DIRECTORY) {
                before = later(before, rows.lastWaiting(log));
            }
            for (int i = 0; i < count; i++) {
                before = after(before, ids.next());
                names.add(new LogEntryId(before));
            }
            if (before != null) {
                last.put(log, before);
            }
            return names;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable UUID later(@Nullable UUID one, @Nullable UUID other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return isAfter(/* one= */ other, /* other= */ one) ? other : one;
    }

    private static UUID after(@Nullable UUID before, UUID fresh) {
        return before == null || isAfter(fresh, before)
                ? fresh
                : new UUID(following(before), fresh.getLeastSignificantBits());
    }

    /** The next number of time and counter, with the version between them. */
    private static long following(UUID before) {
        long high = before.getMostSignificantBits();
        boolean full = (high & COUNTER_END) == COUNTER_END;
        return full ? ((high >>> 16) + 1) << 16 | 0x7000L : high + 1;
    }

    private static boolean isAfter(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0
                ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) > 0
                : high > 0;
    }
}
