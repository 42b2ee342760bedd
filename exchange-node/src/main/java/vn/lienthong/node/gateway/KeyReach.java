package vn.lienthong.node.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.SimulatedAgencies;

/** Which agencies a key reaches: {@code TEST} simulated ones, {@code TEAM} those of this node as well, {@code LIVE} all. */
@Component
public class KeyReach {
    private final List<SimulatedAgencies> simulated;

    KeyReach(ObjectProvider<SimulatedAgencies> simulated) {
        this.simulated = simulated.orderedStream().toList();
    }

    /**
     * Finds the recipients that a key does not reach.
     *
     * @param kind of the key
     * @param recipients whom its holder wants to send to
     * @param own the agencies of this node
     * @return those to whom nothing may go; empty when all is well
     */
    public List<AgencyCode> outside(ApiKeyKind kind, Collection<AgencyCode> recipients, Set<AgencyCode> own) {
        return recipients.stream()
                .filter(recipient -> switch (kind) {
                    case LIVE -> false;
                    case TEAM -> !own.contains(recipient) && !plays(recipient);
                    case TEST -> !plays(recipient);
                })
                .toList();
    }

    private boolean plays(AgencyCode recipient) {
        return simulated.stream().anyMatch(players -> players.simulated(recipient));
    }
}
