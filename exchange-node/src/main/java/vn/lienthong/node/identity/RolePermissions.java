package vn.lienthong.node.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which role carries which permission on this node: a table, with {@link Permission#delivered()} as delivered. Changed by two
 * administrators, within the bounds of {@link SeparationOfDuties}.
 */
public interface RolePermissions {
    /**
     * What a role carries now.
     *
     * @param role which
     * @return never more than code allows, whatever the table says
     */
    Set<Permission> of(Role role);

    /**
     * Wishes that wait for another administrator, the oldest first.
     *
     * @return at most 100
     */
    List<RoleWish> waiting();

    /**
     * Wishes that a role carries a permission from now on, or no more.
     *
     * @param role which
     * @param permission what
     * @param carried whether it is to carry it
     * @param by the administrator who wishes it
     * @return empty when the wish now waits for another administrator, else why not
     */
    Optional<RoleFault> wish(Role role, Permission permission, boolean carried, Person by);

    /**
     * Confirms a wish; it takes hold with the next request of everybody who has the role.
     *
     * @param id of the wish
     * @param by another administrator than the one who wished
     * @return empty when it was done, else why not
     */
    Optional<RoleFault> confirm(long id, Person by);

    /**
     * Drops a wish.
     *
     * @param id of the wish
     * @param by any administrator
     * @return empty when it was done, else why not
     */
    Optional<RoleFault> drop(long id, Person by);
}
