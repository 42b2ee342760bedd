package vn.lienthong.node.identity;

import java.util.List;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.Secret;

/** Opens the accounts of a new installation, once in its life. No installation has a default password. */
public interface FirstAccounts {
    /**
     * Opens one account per role with a generated password of at least 95 bits. The login name is {@link Role#slug()}.
     *
     * <p>Guarantees: over all replicas and restarts of an installation only the first call creates anything.
     *
     * @param roles one account each
     * @param agencies the agencies all of them work for
     * @return the accounts in the order of the roles, with the clear passwords; empty when it was done before
     */
    List<FirstAccount> createOnce(Set<Role> roles, Set<AgencyCode> agencies);

    /**
     * A new account and its password, which exists in clear only here.
     *
     * @param person whose account
     * @param password show it to the person, then drop it
     */
    record FirstAccount(Person person, Secret password) {}
}
