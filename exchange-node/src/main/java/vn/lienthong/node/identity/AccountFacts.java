package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * What an administrator sees of an account.
 *
 * @param login the name used to sign in
 * @param displayName the name shown to others
 * @param roles what the account may do
 * @param agencies the agencies the person works for
 * @param enabled whether the person may sign in
 * @param version grows with every change
 * @param use how it is used
 */
public record AccountFacts(
        LoginName login,
        String displayName,
        Set<Role> roles,
        Set<AgencyCode> agencies,
        boolean enabled,
        long version,
        Use use) {
    /** Copies the sets. */
    public AccountFacts {
        roles = Set.copyOf(roles);
        agencies = Set.copyOf(agencies);
    }

    /**
     * The codes of the agencies, for people.
     *
     * @return in order, with commas between them; empty for none
     */
    public String agencyCodes() {
        return agencies.stream().sorted().map(AgencyCode::value).collect(Collectors.joining(", "));
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
