package vn.lienthong.node.identity;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * A role as somebody holds it now.
 *
 * @param role which
 * @param place the agency for which it is held, or null for the node as a whole
 * @param permissions what the role carries now
 */
public record HeldRole(Role role, @Nullable AgencyCode place, Set<Permission> permissions) {
    /** Copies the permissions. */
    public HeldRole {
        permissions = Set.copyOf(permissions);
    }

    /**
     * The agency for which it is held.
     *
     * @return empty for the node as a whole
     */
    public Optional<AgencyCode> agency() {
        return Optional.ofNullable(place);
    }

    /**
     * Tells whether it carries a permission at an agency.
     *
     * @param permission the permission asked for
     * @param at where it is to count
     * @return true also for a role of the node as a whole, unless the permission counts by agency only
     */
    public boolean carries(Permission permission, AgencyCode at) {
        boolean here = place == null ? !permission.perAgency() : place.equals(at);
        return here && permissions.contains(permission);
    }
}
