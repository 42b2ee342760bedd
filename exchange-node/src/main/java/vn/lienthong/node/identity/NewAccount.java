package vn.lienthong.node.identity;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * What is needed to open an account, apart from the password.
 *
 * @param login the name used to sign in
 * @param displayName the name shown to others, 1 to 100 characters
 * @param roles at least one; security officers and administrators have no other
 * @param agencies the agencies the person works for; may be empty for operators and administrators
 */
public record NewAccount(LoginName login, String displayName, Set<Role> roles, Set<AgencyCode> agencies) {
    private static final int LONGEST_NAME = 100;

    /** Refuses accounts without a name, without a role, or with roles that must be kept apart. */
    public NewAccount {
        if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("display name must have 1 to 100 characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an account needs a role");
        }
        if (!SeparationOfDuties.allows(roles)) {
            throw new IllegalArgumentException("who watches over others has no other role");
        }
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
    }
}
