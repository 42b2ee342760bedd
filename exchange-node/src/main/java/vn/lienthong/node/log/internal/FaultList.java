package vn.lienthong.node.log.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.LogVerdict.Kind;

/** Collects faults: counts all, keeps the first. */
final class FaultList {

    private static final int KEPT = 100;

    private final List<LogVerdict.Fault> kept = new ArrayList<>();
    private long count;

    void add(Kind kind, @Nullable Long index, String place, String detail) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new LogVerdict.Fault(kind, index, place, detail));
        }
    }

    long count() {
        return count;
    }

    List<LogVerdict.Fault> kept() {
        return List.copyOf(kept);
    }
}
