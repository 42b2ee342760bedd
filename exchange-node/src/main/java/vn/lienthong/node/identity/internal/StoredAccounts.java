package vn.lienthong.node.identity.internal;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.PasswordFault;
import vn.lienthong.node.identity.Person;

/** Local accounts with hashed passwords. */
@Service
public class StoredAccounts implements Accounts {
    private final AccountStore store;
    private final PasswordHashing hashing;
    private final BreachList breaches;
    private final InstantSource clock;

    /**
     * Works on a store.
     *
     * @param store where accounts are kept
     * @param hashing how passwords are hashed
     * @param breaches which passwords are known
     * @param clock the time
     */
    StoredAccounts(AccountStore store, PasswordHashing hashing, BreachList breaches, InstantSource clock) {
        this.store = store;
        this.hashing = hashing;
        this.breaches = breaches;
        this.clock = clock;
    }

    @Override
    public AccountCreation create(NewAccount account, String password) {
        if (account.login().equals(BreakGlass.LOGIN)) {
            return new AccountCreation.LoginNameTaken();
        }
        Optional<PasswordFault> fault = fault(account.login(), password);
        if (fault.isPresent()) {
            return new AccountCreation.PasswordRefused(fault.get());
        }
        return store.add(account, hashing.hash(password), clock.instant())
                .<AccountCreation>map(stored -> new AccountCreation.Created(stored.person()))
                .orElseGet(AccountCreation.LoginNameTaken::new);
    }

    @Override
    public Optional<Person> find(LoginName login) {
        return store.find(login).filter(StoredAccount::enabled).map(StoredAccount::person);
    }

    @Override
    public Optional<PasswordFault> changePassword(LoginName login, String password) {
        Optional<PasswordFault> fault = fault(login, password);
        if (fault.isEmpty() && !store.replacePassword(login, hashing.hash(password))) {
            throw new IllegalArgumentException("no such account");
        }
        return fault;
    }

    @Override
    public boolean endSessions(LoginName login) {
        return store.touch(login);
    }

    @Override
    public boolean disable(LoginName login) {
        return store.disable(login);
    }

    private Optional<PasswordFault> fault(LoginName login, String password) {
        return PasswordPolicy.fault(login, password)
                .or(() -> breaches.knows(password) ? Optional.of(PasswordFault.BREACHED) : Optional.empty());
    }
}
