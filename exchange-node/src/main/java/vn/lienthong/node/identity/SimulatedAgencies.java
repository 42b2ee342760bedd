package vn.lienthong.node.identity;

import vn.lienthong.core.party.AgencyCode;

/** Knows the agencies that only play their part; keys for trying out reach no others. Implemented as a bean where there are any. */
public interface SimulatedAgencies {
    /**
     * Tells whether an agency is played by the program.
     *
     * @param agency which one
     * @return true when nobody works there
     */
    boolean simulated(AgencyCode agency);
}
