package vn.lienthong.node.gateway;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.calls.DayVolume;

/** What each agency has handed in today (UTC), over all replicas, against what it may. */
@Component
public class DailyVolume {
    private final DayVolume volume;
    private final ApiLimits limits;

    DailyVolume(DayVolume volume, ApiLimits limits) {
        this.volume = volume;
        this.limits = limits;
    }

    /**
     * Refuses what would be too much for today.
     *
     * @param agency whose share
     * @param octets that are to come, as far as that is known
     * @throws ProblemException 429 with the time until midnight
     */
    public void require(AgencyCode agency, long octets) {
        if (used(agency) + Math.max(octets, 0) > limits.dayVolume().toBytes()) {
            throw ProblemException.with(
                    ErrorCode.TOO_MANY_REQUESTS,
                    Map.of("Retry-After", Long.toString(volume.rest().toSeconds())));
        }
    }

    /**
     * Counts what has come.
     *
     * @param agency whose share
     * @param octets that were kept
     */
    public void add(AgencyCode agency, long octets) {
        if (octets > 0) {
            volume.add(agency, octets);
        }
    }

    /**
     * What an agency has handed in today.
     *
     * @param agency whose share
     * @return octets
     */
    public long used(AgencyCode agency) {
        return volume.used(agency);
    }
}
