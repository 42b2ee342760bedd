package vn.lienthong.node.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which duties must never meet in one account, and which permissions never leave their role. The only place where this is decided:
 * it is code, so no table, no administrator and no copy of a database can loosen it.
 *
 * <p>Enforced when a role is given, when a role is changed, when an account signs in and when the node starts: an account in which
 * a pair meets nevertheless may do nothing at all.
 */
public final class SeparationOfDuties {
    /**
     * Two duties that never meet.
     *
     * @param one a duty
     * @param other another duty
     */
    public record Pair(Duty one, Duty other) {}

    private static final List<Pair> APART = List.of(
            new Pair(Duty.DOCUMENTS, Duty.LOG),
            new Pair(Duty.DOCUMENTS, Duty.ACCOUNTS),
            new Pair(Duty.ACCOUNTS, Duty.LOG),
            new Pair(Duty.CLEARANCES, Duty.DOCUMENTS),
            new Pair(Duty.CLEARANCES, Duty.ACCOUNTS),
            new Pair(Duty.CLEARANCES, Duty.CONFIRMATION),
            new Pair(Duty.CONFIRMATION, Duty.ACCOUNTS),
            new Pair(Duty.CONFIRMATION, Duty.LOG));

    private SeparationOfDuties() {}

    /**
     * All pairs that never meet.
     *
     * @return in a fixed order
     */
    public static List<Pair> pairs() {
        return APART;
    }

    /**
     * The pairs that meet in a set of permissions.
     *
     * @param permissions everything that one account may do
     * @return none when the duties are kept apart
     */
    public static List<Pair> meeting(Collection<Permission> permissions) {
        Set<Duty> duties = permissions.stream()
                .map(Permission::duty)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
        return APART.stream()
                .filter(pair -> duties.contains(pair.one()) && duties.contains(pair.other()))
                .toList();
    }

    /**
     * Tells whether one account may hold these roles, with what they carry as delivered. Whoever watches over others or administers
     * accounts has no other role at all.
     *
     * @param roles of one account
     * @return false when duties would meet
     */
    public static boolean allows(Set<Role> roles) {
        boolean alone = roles.size() <= 1 || roles.stream().noneMatch(Role::needsSecondFactor);
        return alone
                && meeting(roles.stream()
                                .flatMap(role -> role.delivered().stream())
                                .toList())
                        .isEmpty();
    }

    /**
     * Permissions that a role keeps whatever an administrator wishes: without them nobody could undo the wish, or watch it.
     *
     * @param role which role
     * @return none for most
     */
    public static Set<Permission> kept(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> EnumSet.of(Permission.MANAGE_ACCOUNTS);
            case SECURITY_OFFICER ->
                EnumSet.of(Permission.READ_EVENTS, Permission.HANDLE_ALERTS, Permission.REVIEW_ACCESS);
            case CLERK, LEADER, OFFICER, OPERATOR -> EnumSet.noneOf(Permission.class);
        };
    }

    /**
     * Tells whether a permission may ever be given to a role: duties of people who handle documents stay with them, and duties over
     * the log, accounts and clearances stay with the roles that need a second factor.
     *
     * @param role which role
     * @param permission what it is to carry
     * @return false when code forbids it, whatever else the role carries
     */
    public static boolean mayCarry(Role role, Permission permission) {
        Set<Role> bound = switch (permission.duty()) {
            case DOCUMENTS -> EnumSet.of(Role.CLERK, Role.LEADER, Role.OFFICER);
            case CONFIRMATION -> EnumSet.of(Role.LEADER);
            case LOG, CLEARANCES -> EnumSet.of(Role.SECURITY_OFFICER);
            case ACCOUNTS -> EnumSet.of(Role.ADMINISTRATOR);
            case SETTINGS -> EnumSet.of(Role.ADMINISTRATOR, Role.OPERATOR);
        };
        boolean signing = permission == Permission.RELEASE_SECRETS && role != Role.LEADER;
        return bound.contains(role) && !signing;
    }
}
