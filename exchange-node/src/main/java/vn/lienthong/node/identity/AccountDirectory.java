package vn.lienthong.node.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.party.AgencyCode;

/** Tells accounts by their numbers, under which the security log knows them. Disabled accounts are told too. */
public interface AccountDirectory {
    /**
     * The number of an account.
     *
     * @param login the name used to sign in
     * @return empty when there is no such account
     */
    Optional<Long> numberOf(LoginName login);

    /**
     * What accounts are called.
     *
     * @param numbers which ones
     * @return those that there are
     */
    Map<Long, Called> called(Collection<Long> numbers);

    /**
     * Who works for an agency in a role.
     *
     * @param agency for which
     * @param role in which
     * @return accounts that are enabled, by name; at most 500
     */
    List<LoginName> workingFor(AgencyCode agency, Role role);

    /**
     * Who has a role, at whatever agency.
     *
     * @param role which
     * @return by log-in name, at most 500; accounts that are disabled are left out
     */
    List<LoginName> withRole(Role role);

    /**
     * Who works for an agency in a role: enabled accounts, in the order of their names.
     *
     * @param agencies codes of the agency
     * @param role which role
     * @return at most 500
     */
    List<Called> members(Collection<AgencyCode> agencies, Role role);

    /**
     * What an account is called.
     *
     * @param login the name used to sign in
     * @param displayName the name shown to others
     */
    record Called(LoginName login, String displayName) {}
}
