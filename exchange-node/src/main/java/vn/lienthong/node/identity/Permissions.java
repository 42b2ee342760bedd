package vn.lienthong.node.identity;

import vn.lienthong.core.party.AgencyCode;

/** The questions every edge asks before it acts for a caller. */
public final class Permissions {
    private Permissions() {}

    /**
     * Goes on only when the key carries a scope.
     *
     * @param caller the system that calls
     * @param scope what it needs
     * @throws AccessRefusedException when it does not
     */
    public static void require(ApiCaller caller, ApiScope scope) {
        if (!caller.may(scope)) {
            throw new AccessRefusedException(Refusal.Reason.SCOPE_MISSING);
        }
    }

    /**
     * Goes on only when the key carries a scope and speaks for the agency.
     *
     * @param caller the system that calls
     * @param scope what it needs
     * @param agency for whom it wants to act
     * @throws AccessRefusedException when it may not
     */
    public static void require(ApiCaller caller, ApiScope scope, AgencyCode agency) {
        require(caller, scope);
        if (!caller.agency().equals(agency)) {
            throw new AccessRefusedException(Refusal.Reason.FOREIGN_AGENCY);
        }
    }

    /**
     * Goes on only when the person works for the agency and has a role that reads documents.
     *
     * @param person who is signed in
     * @param agency whose document it is
     * @throws AccessRefusedException when not
     */
    public static void requireReader(Person person, AgencyCode agency) {
        if (!person.readsDocuments()) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
        if (!person.may(Permission.READ_DOCUMENTS, agency)) {
            throw new AccessRefusedException(Refusal.Reason.FOREIGN_AGENCY);
        }
    }
}
