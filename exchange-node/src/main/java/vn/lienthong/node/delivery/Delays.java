package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * What holds deliveries up, from attempts, refusals, the breakers and the offers to nodes that fetch; deliveries that were taken over,
 * refused by people or taken back are not held up by anything.
 */
public interface Delays {

    /** Those of these parcels; at most 1000 parcels are asked for. */
    List<Delay> of(Collection<ParcelId> parcels);

    /**
     * Those of what an agency sent in a time.
     *
     * @param sender under which code
     * @param from first moment
     * @param until behind the last moment
     * @param most how many
     */
    List<Delay> sentBy(AgencyCode sender, Instant from, Instant until, int most);
}
