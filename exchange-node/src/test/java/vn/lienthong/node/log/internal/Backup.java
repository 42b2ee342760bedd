package vn.lienthong.node.log.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.log.LogName;

/**
 * The tables of a log as a backup holds them.
 *
 * @param size of the log then
 * @param head its row
 */
record Backup(long size, Map<String, @Nullable Object> head) {

    static Backup of(LogWorld world) {
        return new Backup(
                world.head().tree().size(),
                world.sql.queryForMap("select * from log_head where log = ?", LogName.EVENTS.column()));
    }

    void restore(LogWorld world) {
        List<Object> gone = List.of(LogName.EVENTS.column(), size);
        int removed = world.sql.update(
                "delete from log_entry where log = ? and (leaf_index >= ? or leaf_index is null)", gone.toArray());
        int rows = world.sql.update(
                "update log_head set size = ?, root = ?, frontier = ?, signed_size = ?, signed_note = ?,"
                        + " proven_size = ?, proven_note = ? where log = ?",
                head.get("size"),
                head.get("root"),
                head.get("frontier"),
                head.get("signed_size"),
                head.get("signed_note"),
                head.get("proven_size"),
                head.get("proven_note"),
                LogName.EVENTS.column());
        if (rows != 1 || removed < 1) {
            throw new AssertionError("nothing was restored");
        }
    }
}
