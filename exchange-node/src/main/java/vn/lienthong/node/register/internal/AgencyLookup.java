package vn.lienthong.node.register.internal;

import java.util.Optional;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;

/** What the directory says about an agency now; empty when it is not listed. */
interface AgencyLookup {

    Optional<Agency> find(AgencyCode code);

    Optional<Agency> find(AgencyId id);

    /** What the agency above is called; empty when there is none. */
    default String superiorOf(AgencyCode code) {
        return find(code)
                .flatMap(agency -> {
                    AgencyId parent = agency.parent();
                    return parent == null ? Optional.<Agency>empty() : find(parent);
                })
                .map(Agency::name)
                .orElse("");
    }
}
