package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.identity.SeparationOfDuties;
import vn.lienthong.node.platform.Secret;

/** Administration of the accounts in the database. */
@Service
public class StoredAccountAdministration implements AccountAdministration {
    private final Accounts accounts;
    private final AccountAdministrationTable table;
    private final AccountEvents events;
    private final RoleTable roleTable;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Joins the parts. */
    StoredAccountAdministration(
            Accounts accounts,
            AccountAdministrationTable table,
            AccountEvents events,
            RoleTable roleTable,
            InstantSource clock) {
        this.roleTable = roleTable;
        this.clock = clock;
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
        return !isNobodys(login) && accounts.disable(login) ? new AccountStep.Done() : new AccountStep.Nothing();
    }

    /** Whether somebody administers accounts apart from this one; whoever acts must still be one of them. Waits for others who act. */
    private boolean othersAdminister(LoginName login, Person by) {
        Set<LoginName> administrators = table.lockAdministrators();
        return (administrators.contains(by.login()) || by.login().equals(BreakGlass.LOGIN))
                && administrators.stream().anyMatch(administrator -> !administrator.equals(login));
    }

    /** The account of the emergency entry opens and shuts with the entry alone. */
    private static boolean isNobodys(LoginName login) {
        return login.equals(BreakGlass.LOGIN);
    }

    @Override
    @Transactional
    public AccountStep enable(LoginName login) {
        if (isNobodys(login) || !table.enable(login)) {
            return new AccountStep.Nothing();
        }
        events.tell(new AccountEvent.Enabled(login));
        return new AccountStep.Done();
    }

    @Override
    @Transactional
    public AccountStep endSessions(LoginName login) {
        if (isNobodys(login) || !accounts.endSessions(login)) {
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
        if (!before.isUniform()) {
            return new AccountStep.Uneven();
        }
        if (before.roles().equals(wished.roles()) && before.agencies().equals(wished.agencies())) {
            return new AccountStep.Nothing();
        }
        if (!wished.roles().contains(Role.ADMINISTRATOR) && !othersAdminister(before.login(), by)) {
            return new AccountStep.LastAdministrator();
        }
        if (!table.raise(before)) {
            return new AccountStep.ChangedMeanwhile();
        }
        replace(before, wished, by);
        events.tell(new AccountEvent.Assigned(
                before.login(),
                without(wished.roles(), before.roles()),
                without(before.roles(), wished.roles()),
                wished.agencies()));
        return new AccountStep.Done();
    }

    private void replace(AccountFacts before, NewAccount wished, Person by) {
        boolean everywhere = wished.agencies().isEmpty();
        before.grants().stream()
                .filter(grant -> !wished.roles().contains(grant.role())
                        || grant.end() != null
                        || grant.agency()
                                .map(one -> !wished.agencies().contains(one))
                                .orElse(!everywhere))
                .forEach(grant -> taken(before.login(), grant));
        for (Role role : wished.roles()) {
            Set<AgencyCode> missing = new HashSet<>(wished.agencies());
            before.grants().stream()
                    .filter(grant -> grant.role() == role && grant.end() == null)
                    .forEach(grant -> grant.agency().ifPresent(missing::remove));
            missing.forEach(agency -> roleTable.grant(before.login(), role, agency, null, by.login()));
            if (everywhere) {
                roleTable.grant(before.login(), role, null, null, by.login());
            }
        }
    }

    private void taken(LoginName login, RoleGrant grant) {
        if (!roleTable.revoke(login, grant.role(), grant.place())) {
            throw new IllegalStateException("the role was taken away meanwhile");
        }
    }

    @Override
    @Transactional
    public AccountStep grant(AccountFacts before, RoleGrant grant, Person by) {
        if (before.login().equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        Set<Role> after = new HashSet<>(heldNow(before));
        var _ = after.add(grant.role());
        if (!SeparationOfDuties.allows(after)) {
            return new AccountStep.DutiesMeet();
        }
        boolean pastEnd = grant.end() != null && !grant.end().isAfter(clock.instant());
        if (pastEnd || before.grants().stream().anyMatch(one -> isSame(one, grant))) {
            return new AccountStep.Nothing();
        }
        if (grant.end() != null && grant.role() == Role.ADMINISTRATOR && !othersAdminister(before.login(), by)) {
            return new AccountStep.LastAdministrator();
        }
        if (!table.raise(before)) {
            return new AccountStep.ChangedMeanwhile();
        }
        roleTable.grant(before.login(), grant.role(), grant.place(), grant.end(), by.login());
        events.tell(new AccountEvent.RoleGiven(before.login(), grant.role(), grant.place(), grant.end()));
        return new AccountStep.Done();
    }

    private static boolean isSame(RoleGrant one, RoleGrant other) {
        return one.role() == other.role()
                && Objects.equals(one.place(), other.place())
                && Objects.equals(one.end(), other.end());
    }

    private Set<Role> heldNow(AccountFacts account) {
        return account.grants().stream()
                .filter(grant -> grant.end() == null || grant.end().isAfter(clock.instant()))
                .map(RoleGrant::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public AccountStep revoke(AccountFacts before, Role role, @Nullable AgencyCode agency, Person by) {
        if (before.login().equals(by.login())) {
            return new AccountStep.OwnAccount();
        }
        if (role == Role.ADMINISTRATOR && !othersAdminister(before.login(), by)) {
            return new AccountStep.LastAdministrator();
        }
        if (!table.raise(before)) {
            return new AccountStep.ChangedMeanwhile();
        }
        if (!roleTable.revoke(before.login(), role, agency)) {
            return new AccountStep.Nothing();
        }
        events.tell(new AccountEvent.RoleTaken(before.login(), role, agency));
        return new AccountStep.Done();
    }

    @Override
    @Transactional
    public AccountStep withdraw(LoginName login, Role role, @Nullable AgencyCode agency, Person reviewer) {
        if (!reviewer.may(Permission.REVIEW_ACCESS)) {
            throw new IllegalArgumentException("only reviewers take rights away after a review");
        }
        if (login.equals(reviewer.login())) {
            return new AccountStep.OwnAccount();
        }
        if (role == Role.ADMINISTRATOR && table.lockAdministrators().equals(Set.of(login))) {
            return new AccountStep.LastAdministrator();
        }
        if (!roleTable.revoke(login, role, agency)) {
            return new AccountStep.Nothing();
        }
        var _ = accounts.endSessions(login);
        events.tell(new AccountEvent.RoleTaken(login, role, agency));
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
