package vn.lienthong.node.notification;

import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;

/** Whom something concerns. Accounts that are disabled are left out. */
public sealed interface Audience {
    /**
     * One person.
     *
     * @param login log-in name
     */
    record Account(LoginName login) implements Audience {}

    /**
     * Everybody with a role at an agency.
     *
     * @param agency at which
     * @param role which
     */
    record Everybody(AgencyCode agency, Role role) implements Audience {}

    /** Those who administer this installation. */
    record Administrators() implements Audience {}

    /**
     * Everybody with a role, at whatever agency or for the whole node.
     *
     * @param role which
     */
    record Holders(Role role) implements Audience {}

    /**
     * The clerks of an agency.
     *
     * @param agency at which
     * @return all with the role of a clerk
     */
    static Audience clerks(AgencyCode agency) {
        return new Everybody(agency, Role.CLERK);
    }

    /**
     * One person.
     *
     * @param login log-in name
     * @return that person
     */
    static Audience of(LoginName login) {
        return new Account(login);
    }
}
