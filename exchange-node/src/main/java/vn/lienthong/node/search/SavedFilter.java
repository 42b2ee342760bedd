package vn.lienthong.node.search;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * A filter that somebody keeps for a list; never prints what it looks for.
 *
 * @param id names it
 * @param name given by its owner
 * @param link the list with the filter, on this site
 * @param owner login of whoever keeps it
 * @param agency whose people see it too; null when nobody else does
 */
public record SavedFilter(
        long id,
        String name,
        String link,
        String owner,
        @Nullable AgencyCode agency) {

    @Override
    public String toString() {
        return "SavedFilter[" + id + "]";
    }
}
