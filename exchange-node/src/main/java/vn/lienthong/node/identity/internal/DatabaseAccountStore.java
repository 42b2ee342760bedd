package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;

/** Accounts in the database. */
@Component
class DatabaseAccountStore implements AccountStore {
    private final AccountRows rows;
    private final TransactionTemplate transactions;
    private final AccountEvents events;
    private final RoleTable roles;

    DatabaseAccountStore(AccountRows rows, TransactionTemplate transactions, AccountEvents events, RoleTable roles) {
        this.rows = rows;
        this.roles = roles;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Optional<StoredAccount> add(NewAccount account, String passwordHash, Instant at) {
        if (rows.findByLogin(account.login().value()).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(transactions.execute(_ -> {
                AccountEntity row = rows.saveAndFlush(new AccountEntity(account, passwordHash, at));
                grant(account);
                StoredAccount stored = row.toStored(roles.held(account.login()));
                events.tell(new AccountEvent.Created(account.login(), account.roles()));
                return stored;
            }));
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return Optional.empty();
        }
    }

    private void grant(NewAccount account) {
        for (Role role : account.roles()) {
            if (account.agencies().isEmpty()) {
                roles.grant(account.login(), role, null, null, null);
            }
            account.agencies().forEach(agency -> roles.grant(account.login(), role, agency, null, null));
        }
    }

    @Override
    public Optional<StoredAccount> find(LoginName login) {
        return rows.findByLogin(login.value()).map(row -> row.toStored(roles.held(login)));
    }

    @Override
    public boolean replacePassword(LoginName login, String passwordHash) {
        return changed(
                () -> rows.replacePassword(login.value(), passwordHash), new AccountEvent.PasswordReplaced(login));
    }

    @Override
    public boolean disable(LoginName login) {
        return changed(() -> rows.disable(login.value()), new AccountEvent.Disabled(login));
    }

    /** Makes the change and tells of it in one transaction, so that there is never one without the other. */
    private boolean changed(IntSupplier change, AccountEvent event) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean done = change.getAsInt() == 1;
            if (done) {
                events.tell(event);
            }
            return done;
        }));
    }

    @Override
    public boolean touch(LoginName login) {
        return rows.touch(login.value()) == 1;
    }

    @Override
    public boolean claim(String milestone, Instant at) {
        return rows.claim(milestone, at) == 1;
    }
}
