package vn.lienthong.node.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.core.party.AgencyCode;

/**
 * A person with an account, as pages see the one who is signed in.
 *
 * @param login the name used to sign in
 * @param displayName the name shown to others, family name first
 * @param held the roles as they are held now, each for one agency or for the node
 * @param version grows with every change of the account; a session with an older version ends
 */
public record Person(LoginName login, String displayName, Set<HeldRole> held, long version) {
    /** Copies the roles. */
    public Person {
        held = Set.copyOf(held);
    }

    /**
     * A person who holds each of some roles for each of some agencies, with what roles carry as delivered.
     *
     * @param login the name used to sign in
     * @param displayName the name shown to others, family name first
     * @param roles what the person may do
     * @param agencies the agencies the person works for; none means the node as a whole
     * @param version grows with every change of the account
     */
    public Person(LoginName login, String displayName, Set<Role> roles, Set<AgencyCode> agencies, long version) {
        this(login, displayName, product(roles, agencies), version);
    }

    private static Set<HeldRole> product(Set<Role> roles, Set<AgencyCode> agencies) {
        Set<HeldRole> held = new HashSet<>();
        for (Role role : roles) {
            if (agencies.isEmpty()) {
                held.add(new HeldRole(role, null, role.delivered()));
            }
            agencies.forEach(agency -> held.add(new HeldRole(role, agency, role.delivered())));
        }
        return held;
    }

    /**
     * The roles of the person, wherever they are held.
     *
     * @return none when all of them have ended
     */
    public Set<Role> roles() {
        return held.stream().map(HeldRole::role).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The agencies the person works for on this node, in whatever role.
     *
     * @return none for people who look after the node as a whole
     */
    public Set<AgencyCode> agencies() {
        return places(held.stream());
    }

    /**
     * The agencies for which the person may do something: what lists and forms offer.
     *
     * @param permission the permission asked for
     * @return none when no role for an agency carries it
     */
    public Set<AgencyCode> agencies(Permission permission) {
        return places(held.stream().filter(role -> role.permissions().contains(permission)));
    }

    /**
     * The agencies for which the person has a role.
     *
     * @param role the role asked for
     * @return none when it is held for no agency
     */
    public Set<AgencyCode> agencies(Role role) {
        return places(held.stream().filter(one -> one.role() == role));
    }

    private static Set<AgencyCode> places(Stream<HeldRole> held) {
        return held.map(HeldRole::agency).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Everything the person may do somewhere.
     *
     * @return the permissions of all roles together
     */
    public Set<Permission> permissions() {
        return held.stream()
                .map(HeldRole::permissions)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tells whether the person has a role, for whatever agency.
     *
     * @param role the role asked for
     * @return true when the account carries it
     */
    public boolean is(Role role) {
        return held.stream().anyMatch(one -> one.role() == role);
    }

    /**
     * Tells whether the person has a role for an agency.
     *
     * @param role the role asked for
     * @param agency for which
     * @return false also when the role is held for other agencies only
     */
    public boolean is(Role role, AgencyCode agency) {
        return held.stream().anyMatch(one -> one.role() == role && agency.equals(one.place()));
    }

    /**
     * Tells whether any role of the person carries a permission: enough to open a page, never to touch what belongs to an agency.
     *
     * @param permission the permission asked for
     * @return true when one does
     */
    public boolean may(Permission permission) {
        return held.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /**
     * Tells whether a role that the person holds for an agency carries a permission.
     *
     * @param permission the permission asked for
     * @param agency whose document, key or person it is about
     * @return true also by a role for the node as a whole, unless the permission is about documents
     */
    public boolean may(Permission permission, AgencyCode agency) {
        return held.stream().anyMatch(role -> role.carries(permission, agency));
    }

    /**
     * Tells whether a password is not enough for this person.
     *
     * @return true for security officers, administrators and whoever has a permission of theirs
     */
    public boolean needsSecondFactor() {
        return held.stream().anyMatch(one -> one.role().needsSecondFactor());
    }

    /**
     * Tells whether any role of the person opens pages with documents.
     *
     * @return true for clerks, leaders and officers, as delivered
     */
    public boolean readsDocuments() {
        return may(Permission.READ_DOCUMENTS);
    }

    /**
     * Tells whether the person works for an agency.
     *
     * @param agency the agency asked for
     * @return true when a role is held for it
     */
    public boolean worksFor(AgencyCode agency) {
        return held.stream().anyMatch(one -> agency.equals(one.place()));
    }
}
