package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.FirstAccounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.Secret;

/** The accounts of a new installation; a milestone row makes the call idempotent over replicas. */
@Service
public class OnceOnlyFirstAccounts implements FirstAccounts {
    private final AccountStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Works on a store.
     *
     * @param store where the milestone is kept
     * @param accounts where accounts are opened
     * @param clock the time
     */
    public OnceOnlyFirstAccounts(AccountStore store, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<FirstAccount> createOnce(Set<Role> roles, Set<AgencyCode> agencies) {
        if (!store.claim("first-accounts", clock.instant())) {
            return List.of();
        }
        return roles.stream().sorted().map(role -> create(role, agencies)).toList();
    }

    private FirstAccount create(Role role, Set<AgencyCode> agencies) {
        Secret password = InitialPasswords.draw(random);
        NewAccount account = new NewAccount(new LoginName(role.slug()), DisplayNames.of(role), Set.of(role), agencies);
        return switch (accounts.create(account, password.reveal())) {
            case AccountCreation.Created created -> new FirstAccount(created.person(), password);
            case AccountCreation.LoginNameTaken _ ->
                throw new IllegalStateException("accounts exist although first accounts were never created");
            case AccountCreation.PasswordRefused refused ->
                throw new IllegalStateException("generated password refused: " + refused.reason());
        };
    }
}
