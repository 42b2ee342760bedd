package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;

/** Where accounts are kept. */
public interface AccountStore {
    /**
     * Adds an enabled account.
     *
     * @param account who it is for
     * @param passwordHash the encoded Argon2id hash
     * @param at the time of creation
     * @return the account as stored, or empty when the login name is taken
     */
    Optional<StoredAccount> add(NewAccount account, String passwordHash, Instant at);

    /**
     * Looks up an account, disabled ones included.
     *
     * @param login the name used to sign in
     * @return the account, or empty
     */
    Optional<StoredAccount> find(LoginName login);

    /**
     * Replaces a hash and raises the version.
     *
     * @param login whose
     * @param passwordHash the new encoded hash
     * @return false when no such account exists
     */
    boolean replacePassword(LoginName login, String passwordHash);

    /**
     * Disables an account and raises the version.
     *
     * @param login whose
     * @return false when no such enabled account exists
     */
    boolean disable(LoginName login);

    /**
     * Raises the version of an enabled account.
     *
     * @param login whose
     * @return false when no such enabled account exists
     */
    boolean touch(LoginName login);

    /**
     * Claims something that happens once in the life of an installation.
     *
     * @param milestone its name, at most 40 ASCII characters
     * @param at the time of the claim
     * @return true for exactly one caller, ever
     */
    boolean claim(String milestone, Instant at);
}
