package vn.lienthong.node.delivery;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * What came of the wish to take a secret back.
 *
 * @param stopped it never leaves for these
 * @param asked their node has it and was asked to give it to nobody who has not taken it; evidence follows
 * @param underWay it is on its way to their node and can be asked for when it has arrived: try again
 * @param tooLate these have it, it ended otherwise before, or it was not for them
 */
public record SecretRecall(
        Set<AgencyCode> stopped, Set<AgencyCode> asked, Set<AgencyCode> underWay, Set<AgencyCode> tooLate) {

    /** Copies the sets. */
    public SecretRecall {
        stopped = Set.copyOf(stopped);
        asked = Set.copyOf(asked);
        underWay = Set.copyOf(underWay);
        tooLate = Set.copyOf(tooLate);
    }
}
