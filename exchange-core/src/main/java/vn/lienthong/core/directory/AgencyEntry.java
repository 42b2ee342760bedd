package vn.lienthong.core.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;

/**
 * An agency in the snapshot.
 *
 * @param agency who it is
 * @param node the node that serves it
 * @param suites the suites that it accepts
 * @param keys its keys, newest epoch first; at most 4 epochs are kept
 */
public record AgencyEntry(Agency agency, NodeId node, List<SuiteId> suites, List<AgencyKeys> keys) {

    /** How many epochs of keys a snapshot keeps, so that what is on its way can still be verified. */
    public static final int KEPT_EPOCHS = 4;

    /** Copies the lists. */
    public AgencyEntry {
        suites = List.copyOf(suites);
        keys = List.copyOf(keys);
    }

    /** Returns the newest keys. */
    public Optional<AgencyKeys> currentKeys() {
        return keys.stream().findFirst();
    }

    AgencyEntry withKeys(AgencyKeys newest) {
        List<AgencyKeys> all = new ArrayList<>(List.of(newest));
        all.addAll(keys);
        return new AgencyEntry(agency, node, suites, all.subList(0, Math.min(all.size(), KEPT_EPOCHS)));
    }
}
