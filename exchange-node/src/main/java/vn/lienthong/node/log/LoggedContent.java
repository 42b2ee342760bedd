package vn.lienthong.node.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;

/**
 * Contents to which entries only commit, because they are not for everybody. A bean of this type for each kind lets the
 * verification of the log find contents that somebody edited, deleted or put in.
 */
public interface LoggedContent {

    /** Which contents. */
    LogCommitment.Kind kind();

    /** The digests that the contents of these entries have now; one whose content is gone is missing. At most 256 are asked for. */
    Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries);

    /**
     * All contents that are kept, in the order of their names.
     *
     * @param last the last one that was given before; null to begin
     * @param limit how many at most
     */
    List<Held> after(@Nullable UUID last, int limit);

    /**
     * A content as it is kept.
     *
     * @param name its key in its table
     * @param logged whether the own log must have an entry of it
     * @param entry that entry as the row names it; null when it names none
     * @param digest of its octets
     * @param fault what is wrong with the row by itself, in English: columns or signature that are not those of the octets; null
     *     when nothing is
     */
    record Held(
            UUID name,
            boolean logged,
            @Nullable LogEntryId entry,
            Sha256 digest,
            @Nullable String fault) {}
}
