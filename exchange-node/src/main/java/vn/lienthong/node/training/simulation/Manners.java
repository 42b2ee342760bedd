package vn.lienthong.node.training.simulation;

import vn.lienthong.core.party.AgencyCode;

/** How each simulated agency behaves. One bean of an installation. */
public interface Manners {

    /** What an agency tells the sender when it refuses a document, at most 400 characters. */
    String refusal(AgencyCode agency);

    /** Whether an agency gives back what its sender asks back. */
    boolean yields(AgencyCode agency);
}
