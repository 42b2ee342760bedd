package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountOpening;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.Secret;

/** Administration of the accounts in the database. */
@Service
public class StoredAccountAdministration implements AccountAdministration {
    private final Accounts accounts;
    private final AccountAdministrationTable table;
    private final AccountEvents events;
    private final SecureRandom random = new SecureRandom();

    /** Joins the parts. */
    StoredAccountAdministration(Accounts accounts, AccountAdministrationTable table, AccountEvents events) {
        this.accounts = accounts;
        this.table = table;
        this.events = events;
    }

    @Override
    public List<AccountFacts> list(String query, @Nullable LoginName after, int limit) {
        return table.list(query.strip(), after, Math.clamp(limit, 1, LARGEST));
    }

    @Override
    public Optional<AccountFacts> find(LoginName login) {
        return table.find(login);
    }

    @Override
    public AccountOpening open(NewAccount account) {
        Secret password = InitialPasswords.draw(random);
        return switch (accounts.create(account, password.reveal())) {
            case AccountCreation.Created _ -> {
                table.passwordDue(account.login());
                yield new AccountOpening.Opened(account.login(), password);
            }
            case AccountCreation.LoginNameTaken _ -> new AccountOpening.NameTaken();
            case AccountCreation.PasswordRefused refused ->
                throw new IllegalStateException("generated password refused: " + refused.reason());
        };
    }

    @Override
    @Transactional
    public Optional<Secret> resetPassword(LoginName login, Person by) {
        // A session left open must not be enough to take the own account over.
        if (login.equals(by.login()) || table.find(login).isEmpty()) {
            return Optional.empty();
        }
        Secret password = InitialPasswords.draw(random);
        accounts.changePassword(login, password.reveal()).ifPresent(fault -> {
            throw new IllegalStateException("generated password refused: " + fault);
        });
        table.passwordDue(login);
        return Optional.of(password);
    }

    @Override
    @Transactional
    public AccountStep disable(LoginName login, Person by) {
        if (login.equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        if (!othersAdminister(login, by)) {
            return new AccountStep.LastAdministrator();
        }
        return accounts.disable(login) ? new AccountStep.Done() : new AccountStep.Nothing();
    }

    /** Whether somebody administers accounts apart from this one; whoever acts must still be one of them. Waits for others who act. */
    private boolean othersAdminister(LoginName login, Person by) {
        Set<LoginName> administrators = table.lockAdministrators();
        return administrators.contains(by.login())
                && administrators.stream().anyMatch(administrator -> !administrator.equals(login));
    }

    @Override
    @Transactional
    public AccountStep enable(LoginName login) {
        if (!table.enable(login)) {
            return new AccountStep.Nothing();
        }
        events.tell(new AccountEvent.Enabled(login));
        return new AccountStep.Done();
    }

    @Override
    @Transactional
    public AccountStep endSessions(LoginName login) {
        if (!accounts.endSessions(login)) {
            return new AccountStep.Nothing();
        }
        events.tell(new AccountEvent.SessionsEnded(login));
        return new AccountStep.Done();
    }

    @Override
    @Transactional
    public AccountStep assign(AccountFacts before, Set<Role> roles, Set<AgencyCode> agencies, Person by) {
        NewAccount wished = new NewAccount(before.login(), before.displayName(), roles, agencies);
        if (before.login().equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        if (before.roles().equals(wished.roles()) && before.agencies().equals(wished.agencies())) {
            return new AccountStep.Nothing();
        }
        if (!wished.roles().contains(Role.ADMINISTRATOR) && !othersAdminister(before.login(), by)) {
            return new AccountStep.LastAdministrator();
        }
        if (!table.assign(before, wished)) {
            return new AccountStep.ChangedMeanwhile();
        }
        events.tell(new AccountEvent.Assigned(
                before.login(),
                without(wished.roles(), before.roles()),
                without(before.roles(), wished.roles()),
                wished.agencies()));
        return new AccountStep.Done();
    }

    private static Set<Role> without(Set<Role> all, Set<Role> some) {
        Set<Role> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Override
    public boolean passwordDue(LoginName login) {
        return table.find(login).map(account -> account.use().passwordDue()).orElse(false);
    }
}
