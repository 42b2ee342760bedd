package vn.lienthong.node.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Octets;

/** The alarms that this node keeps about the directory. */
public interface DirectoryAlarms {

    /** Those that nobody has resolved, newest first, at most 200. */
    List<DirectoryAlarm> open();

    /** All, newest first. */
    List<Kept> list(int limit);

    /** What contradicts, as it came; empty when the publication itself is all there is. */
    Optional<Octets> proof(UUID id);

    /**
     * Somebody has looked into it. When the last alarm that halts is resolved, the node takes publications again.
     *
     * @param by who
     * @param note what was found
     * @return false when there is no such open alarm
     */
    boolean resolve(UUID id, String by, String note);

    /**
     * An alarm and what became of it.
     *
     * @param alarm itself
     * @param resolvedAt when; null while it is open
     * @param resolvedBy who; null while it is open
     * @param note what was found; null while it is open
     */
    record Kept(
            DirectoryAlarm alarm,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String note) {}
}
