package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;

/** Accounts without a database. */
final class InMemoryAccountStore implements AccountStore {

    private final Map<String, StoredAccount> accounts = new TreeMap<>();
    private final Set<String> milestones = new HashSet<>();

    @Override
    public Optional<StoredAccount> add(NewAccount account, String passwordHash, Instant at) {
        Person person = new Person(account.login(), account.displayName(), account.roles(), account.agencies(), 1);
        StoredAccount stored = new StoredAccount(person, passwordHash, true);
        return accounts.putIfAbsent(account.login().value(), stored) == null ? Optional.of(stored) : Optional.empty();
    }

    @Override
    public Optional<StoredAccount> find(LoginName login) {
        return Optional.ofNullable(accounts.get(login.value()));
    }

    @Override
    public boolean replacePassword(LoginName login, String passwordHash) {
        return replace(login, passwordHash, true);
    }

    @Override
    public boolean disable(LoginName login) {
        return find(login)
                .filter(StoredAccount::enabled)
                .map(stored -> replace(login, stored.passwordHash(), false))
                .orElse(false);
    }

    @Override
    public boolean touch(LoginName login) {
        return find(login)
                .filter(StoredAccount::enabled)
                .map(stored -> replace(login, stored.passwordHash(), true))
                .orElse(false);
    }

    @Override
    public boolean claim(String milestone, Instant at) {
        return milestones.add(milestone);
    }

    private boolean replace(LoginName login, String hash, boolean enabled) {
        Optional<StoredAccount> before = find(login);
        before.map(StoredAccount::person)
                .map(was -> new Person(was.login(), was.displayName(), was.roles(), was.agencies(), was.version() + 1))
                .ifPresent(next -> accounts.put(login.value(), new StoredAccount(next, hash, enabled)));
        return before.isPresent();
    }
}
