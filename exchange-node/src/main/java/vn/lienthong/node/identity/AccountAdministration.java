package vn.lienthong.node.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.Secret;

/**
 * What administrators do with the accounts of others.
 *
 * <p>Guarantees: every change is an event in its transaction and ends the sessions of the account; there is always somebody left
 * who administers accounts, also when two administrators act at the same moment.
 */
public interface AccountAdministration {
    /** The largest part of the list. */
    int LARGEST = 200;

    /**
     * Accounts in the order of their login names, disabled ones included.
     *
     * @param query beginning of a login name or part of a name; empty for all
     * @param after the last one of the part before, or null for the first part
     * @param limit 1 to {@link #LARGEST}
     * @return that part
     */
    List<AccountFacts> list(String query, @Nullable LoginName after, int limit);

    /**
     * One account, also when it is disabled.
     *
     * @param login whose
     * @return empty when there is none
     */
    Optional<AccountFacts> find(LoginName login);

    /**
     * Opens an account with a generated password, which its owner must replace at the first sign-in.
     *
     * @param account who it is for
     * @return the password, or that the name is taken
     */
    AccountOpening open(NewAccount account);

    /**
     * Replaces a forgotten password by a generated one, which its owner must replace at the next sign-in.
     *
     * @param login whose
     * @param by the administrator; whoever forgot the own password asks another one
     * @return the password, to be shown once; empty when there is no such account or it is the own one
     */
    Optional<Secret> resetPassword(LoginName login, Person by);

    /**
     * Closes an account.
     *
     * @param login whose
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep disable(LoginName login, Person by);

    /**
     * Opens a closed account again, with the password that it had.
     *
     * @param login whose
     * @return whether it was done
     */
    AccountStep enable(LoginName login);

    /**
     * Ends every session of an account with its next request.
     *
     * @param login whose
     * @return whether it was done
     */
    AccountStep endSessions(LoginName login);

    /**
     * Gives an account other roles and agencies, each role for each agency. Never where the roles differ from agency to agency or have
     * an end: that would be lost.
     *
     * @param before the account as it was shown
     * @param roles what it may do from now on; as in {@link NewAccount}
     * @param agencies for whom from now on
     * @param by the administrator
     * @return whether it was done
     * @throws IllegalArgumentException when the roles must be kept apart or are none
     */
    AccountStep assign(AccountFacts before, Set<Role> roles, Set<AgencyCode> agencies, Person by);

    /**
     * Gives an account one role more, for an agency or for the node, or another end to one that it has.
     *
     * @param before the account as it was shown
     * @param grant what it is to hold; its beginning is now
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep grant(AccountFacts before, RoleGrant grant, Person by);

    /**
     * Takes one role away, for one agency or for the node.
     *
     * @param before the account as it was shown
     * @param role which
     * @param agency for which, or null for the node
     * @param by the administrator
     * @return whether it was done
     */
    AccountStep revoke(AccountFacts before, Role role, @Nullable AgencyCode agency, Person by);

    /**
     * Takes one role away that a review found nobody needs.
     *
     * @param login whose
     * @param role which
     * @param agency for which, or null for the node
     * @param reviewer who reviewed it; never the owner
     * @return whether it was done
     */
    AccountStep withdraw(LoginName login, Role role, @Nullable AgencyCode agency, Person reviewer);

    /**
     * Tells whether the password was chosen by somebody else and must be replaced before anything else opens.
     *
     * @param login whose
     * @return false also when there is no such account
     */
    boolean passwordDue(LoginName login);
}
