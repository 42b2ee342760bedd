package vn.lienthong.node.identity;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * A person with an account, as pages see the one who is signed in.
 *
 * @param login the name used to sign in
 * @param displayName the name shown to others, family name first
 * @param roles what the person may do, never empty
 * @param agencies the agencies the person works for on this node
 * @param version grows with every change of the account; a session with an older version ends
 */
public record Person(LoginName login, String displayName, Set<Role> roles, Set<AgencyCode> agencies, long version) {
    /** Copies the sets. */
    public Person {
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
    }

    /**
     * Tells whether the person has a role.
     *
     * @param role the role asked for
     * @return true when the account carries it
     */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * Tells whether any role of the person carries a permission.
     *
     * @param permission the permission asked for
     * @return true when one does
     */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission));
    }

    /**
     * Tells whether a password is not enough for this person.
     *
     * @return true for security officers and administrators
     */
    public boolean needsSecondFactor() {
        return roles.stream().anyMatch(Role::needsSecondFactor);
    }

    /**
     * Tells whether any role of the person opens pages with documents.
     *
     * @return true for clerks, leaders and officers
     */
    public boolean readsDocuments() {
        return roles.stream().anyMatch(Role::readsDocuments);
    }

    /**
     * Tells whether the person works for an agency.
     *
     * @param agency the agency asked for
     * @return true when the account is a member
     */
    public boolean worksFor(AgencyCode agency) {
        return agencies.contains(agency);
    }
}
