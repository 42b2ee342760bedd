package vn.lienthong.node.log;

import java.util.Collection;
import java.util.Map;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;

/**
 * Contents to which entries only commit, because they are not for everybody. A bean of this type for each kind lets the
 * verification of the log find contents that somebody edited or deleted.
 */
public interface LoggedContent {

    /** Which contents. */
    LogCommitment.Kind kind();

    /** The digests that the contents of these entries have now; one whose content is gone is missing. At most 256 are asked for. */
    Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries);
}
