package vn.lienthong.node.protection.internal;

import java.util.List;
import java.util.function.UnaryOperator;

/** The table of one database, for several processes. */
final class MemoryRows implements KeyRows {

    private List<WrappedKey> rows = List.of();

    @Override
    public synchronized List<WrappedKey> load() {
        return rows;
    }

    @Override
    public synchronized List<WrappedKey> change(UnaryOperator<List<WrappedKey>> change) {
        rows = List.copyOf(change.apply(rows));
        return rows;
    }
}
