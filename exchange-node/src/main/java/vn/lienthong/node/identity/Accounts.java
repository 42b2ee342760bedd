package vn.lienthong.node.identity;

import java.util.Optional;

/** The people who may sign in on this node. */
public interface Accounts {
    /**
     * Opens an account.
     *
     * @param account who it is for
     * @param password the first password; hashed with Argon2id and dropped
     * @return the person, or why nothing was created
     */
    AccountCreation create(NewAccount account, String password);

    /**
     * Looks up an enabled account.
     *
     * @param login the name used to sign in
     * @return the person, or empty when there is no such account or it is disabled
     */
    Optional<Person> find(LoginName login);

    /**
     * Replaces a password and ends every session of the account.
     *
     * @param login whose password
     * @param password the new one
     * @return empty when it was replaced, else why not
     * @throws IllegalArgumentException when no such account exists
     */
    Optional<PasswordFault> changePassword(LoginName login, String password);

    /**
     * Closes an account: the person cannot sign in any more and open sessions end with their next request.
     *
     * @param login whose account
     * @return false when there was no such enabled account
     */
    boolean disable(LoginName login);

    /**
     * Ends every session of an account, with its next request.
     *
     * @param login whose sessions
     * @return false when there was no such enabled account
     */
    boolean endSessions(LoginName login);
}
