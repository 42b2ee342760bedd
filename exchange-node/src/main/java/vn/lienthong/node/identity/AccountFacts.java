package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * What an administrator sees of an account.
 *
 * @param login the name used to sign in
 * @param displayName the name shown to others
 * @param grants the roles it was given, ended ones included
 * @param enabled whether the person may sign in
 * @param version grows with every change
 * @param use how it is used
 */
public record AccountFacts(
        LoginName login, String displayName, List<RoleGrant> grants, boolean enabled, long version, Use use) {
    /** Copies the grants. */
    public AccountFacts {
        grants = List.copyOf(grants);
    }

    /**
     * The same account with its roles.
     *
     * @param held its roles
     * @return a copy
     */
    public AccountFacts with(List<RoleGrant> held) {
        return new AccountFacts(login, displayName, held, enabled, version, use);
    }

    /**
     * The roles of the account, wherever they are held.
     *
     * @return none when it was given none
     */
    public Set<Role> roles() {
        return grants.stream().map(RoleGrant::role).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The agencies the person works for, in whatever role.
     *
     * @return none for people who look after the node as a whole
     */
    public Set<AgencyCode> agencies() {
        return grants.stream().map(RoleGrant::agency).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tells whether every role is held for the same agencies, without an end: then roles and agencies can be shown apart.
     *
     * @return false when the roles differ from agency to agency
     */
    public boolean isUniform() {
        int places = Math.max(1, agencies().size());
        return grants.size() == roles().size() * places && grants.stream().allMatch(grant -> grant.end() == null);
    }

    /**
     * The codes of the agencies, for people.
     *
     * @return in order, with commas between them; empty for none
     */
    public String agencyCodes() {
        return agencies().stream().sorted().map(AgencyCode::value).collect(Collectors.joining(", "));
    }

    /**
     * How an account is used.
     *
     * @param createdAt when it was opened
     * @param lastSignIn when the person signed in last, or null for never
     * @param secondFactor whether a code is asked for beside the password
     * @param passwordDue whether the password was chosen by somebody else and must be replaced at the next sign-in
     */
    public record Use(Instant createdAt, @Nullable Instant lastSignIn, boolean secondFactor, boolean passwordDue) {}
}
