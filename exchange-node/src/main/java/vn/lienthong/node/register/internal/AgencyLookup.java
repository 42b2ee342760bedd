package vn.lienthong.node.register.internal;

import java.util.Optional;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;

/** What the directory says about an agency now. */
@FunctionalInterface
interface AgencyLookup {

    /** Empty when it is not listed. */
    Optional<Agency> find(AgencyCode code);
}
