package vn.lienthong.core.evidence;

import java.util.List;
import vn.lienthong.core.value.Sha256;

/**
 * Where an evidence stands in the log of the node that issued it.
 *
 * @param id which evidence
 * @param index its place in the log, from 0
 * @param path the audit path from the leaf's sibling to the child of the root (RFC 6962 §2.1.1), at most 63 hashes
 */
public record LoggedEvidence(EvidenceId id, long index, List<Sha256> path) {

    /** The longest path: a log has fewer than 2⁶³ entries. */
    public static final int MAX_PATH = 63;

    /** Checks the ranges. */
    public LoggedEvidence {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("places in a log are counted from 0");
        }
        if (path.size() > MAX_PATH) {
            throw new IllegalArgumentException("an audit path has at most 63 hashes");
        }
    }
}
