package vn.lienthong.node.outgoing.internal.draft;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * Which outgoing documents somebody wants to see.
 *
 * @param agencies whose; nothing of others is found
 * @param states only those in one of these states; empty for all
 * @param urgentOnly only those that are urgent
 * @param words that must occur in number, subject, type or signer; of any content
 */
public record OutgoingQuery(Set<AgencyCode> agencies, Set<OutgoingState> states, boolean urgentOnly, String words) {

    /** Copies the sets. */
    public OutgoingQuery {
        agencies = Set.copyOf(agencies);
        states = Set.copyOf(states);
    }
}
