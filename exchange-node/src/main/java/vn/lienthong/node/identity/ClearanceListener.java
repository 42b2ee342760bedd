package vn.lienthong.node.identity;

import vn.lienthong.core.party.AgencyCode;

/**
 * Hears that somebody may be cleared for more, for less or no more: granted, ended, run out, suspended, left or moved to other
 * roles. Called in the transaction of the change: what it throws undoes the change.
 */
public interface ClearanceListener {
    /**
     * Ask {@link Clearances#level} what is so now.
     *
     * @param login whose clearance
     * @param agency for whose documents
     */
    void changed(LoginName login, AgencyCode agency);
}
