package vn.lienthong.node.delivery;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * What came of the wish to take a secret back.
 *
 * @param stopped it never leaves for these
 * @param asked their node was asked, and gives it to nobody who has not taken it; evidence follows
 * @param tooLate these have it, or it ended otherwise before
 */
public record SecretRecall(Set<AgencyCode> stopped, Set<AgencyCode> asked, Set<AgencyCode> tooLate) {

    /** Copies the sets. */
    public SecretRecall {
        stopped = Set.copyOf(stopped);
        asked = Set.copyOf(asked);
        tooLate = Set.copyOf(tooLate);
    }
}
