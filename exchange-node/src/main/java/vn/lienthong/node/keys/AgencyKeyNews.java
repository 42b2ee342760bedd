package vn.lienthong.node.keys;

import vn.lienthong.core.party.AgencyId;

/**
 * Private keys of an agency are about to be taken into use or destroyed. Published as an application event before it is done: a
 * listener that throws prevents it.
 *
 * @param what which of the two
 * @param agency whose keys
 * @param epoch which generation
 */
public record AgencyKeyNews(What what, AgencyId agency, long epoch) {

    /** What happens to the keys. */
    public enum What {
        /** They come into use. */
        CREATED,
        /** They are destroyed. */
        DESTROYED
    }
}
