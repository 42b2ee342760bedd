package vn.lienthong.node.outgoing.internal.draft;

import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * Which outgoing documents somebody wants to see.
 *
 * @param agencies whose; nothing of others is found
 * @param state only those in this state
 * @param urgentOnly only those that are urgent
 * @param words that must occur in number, subject, type or signer; of any content
 */
public record OutgoingQuery(Set<AgencyCode> agencies, Optional<OutgoingState> state, boolean urgentOnly, String words) {

    /** Copies the agencies. */
    public OutgoingQuery {
        agencies = Set.copyOf(agencies);
    }
}
