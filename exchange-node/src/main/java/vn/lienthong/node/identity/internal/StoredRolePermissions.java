package vn.lienthong.node.identity.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.HeldRole;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleFault;
import vn.lienthong.node.identity.RolePermissions;
import vn.lienthong.node.identity.RoleWish;
import vn.lienthong.node.identity.SeparationOfDuties;

/** The table of roles, and the wishes to change it. */
@Service
class StoredRolePermissions implements RolePermissions {
    private final JdbcClient database;
    private final RoleTable roles;
    private final AccountEvents events;
    private final StoredClearances clearances;
    private final InstantSource clock;

    StoredRolePermissions(
            JdbcClient database,
            RoleTable roles,
            AccountEvents events,
            StoredClearances clearances,
            InstantSource clock) {
        this.database = database;
        this.roles = roles;
        this.events = events;
        this.clearances = clearances;
        this.clock = clock;
    }

    @Override
    public Set<Permission> of(Role role) {
        return roles.carried(role);
    }

    @Override
    public List<RoleWish> waiting() {
        return database.sql("select * from role_wish order by id limit 100")
                .query((row, _) -> new RoleWish(
                        row.getLong("id"),
                        Role.valueOf(Columns.text(row, "role")),
                        Permission.valueOf(Columns.text(row, "permission")),
                        row.getBoolean("carried"),
                        new LoginName(Columns.text(row, "wished_by")),
                        Columns.instant(row, "wished_at")))
                .list();
    }

    @Override
    @Transactional
    public Optional<RoleFault> wish(Role role, Permission permission, boolean carried, Person by) {
        require(by);
        Optional<RoleFault> fault = fault(role, permission, carried);
        if (fault.isPresent()) {
            return fault;
        }
        int written = database.sql("insert ignore into role_wish (role, permission, carried, wished_by, wished_at)"
                        + " values (:role, :permission, :carried, :by, :at)")
                .param("role", role.name())
                .param("permission", permission.name())
                .param("carried", carried)
                .param("by", by.login().value())
                .param("at", Columns.of(clock.instant()))
                .update();
        if (written == 0) {
            return Optional.of(RoleFault.NOTHING);
        }
        tell(by, role, permission, carried, AccountEvent.RoleAct.WISHED);
        return Optional.empty();
    }

    private Optional<RoleFault> fault(Role role, Permission permission, boolean carried) {
        boolean bound = carried
                ? !SeparationOfDuties.mayCarry(role, permission)
                : SeparationOfDuties.kept(role).contains(permission);
        if (bound) {
            return Optional.of(RoleFault.OUT_OF_BOUNDS);
        }
        if (roles.carried(role).contains(permission) == carried) {
            return Optional.of(RoleFault.NOTHING);
        }
        return carried && duties(role, permission) ? Optional.of(RoleFault.DUTIES_MEET) : Optional.empty();
    }

    /** Whether duties would meet in the role, or in somebody's account beside other roles. */
    private boolean duties(Role role, Permission permission) {
        List<Permission> alone = new ArrayList<>(roles.carried(role));
        alone.add(permission);
        return !SeparationOfDuties.meeting(alone).isEmpty()
                || roles.holders(role).stream()
                        .anyMatch(login -> !SeparationOfDuties.meeting(Stream.concat(
                                                Stream.of(permission),
                                                roles.held(login).stream()
                                                        .map(HeldRole::permissions)
                                                        .flatMap(Set::stream))
                                        .collect(Collectors.toSet()))
                                .isEmpty());
    }

    @Override
    @Transactional
    public Optional<RoleFault> confirm(long id, Person by) {
        require(by);
        Optional<RoleWish> found = waiting(id);
        if (found.isEmpty()) {
            return Optional.of(RoleFault.GONE);
        }
        RoleWish wish = found.get();
        if (wish.by().equals(by.login())) {
            return Optional.of(RoleFault.SAME_PERSON);
        }
        Optional<RoleFault> fault = fault(wish.role(), wish.permission(), wish.carried());
        if (fault.isPresent()) {
            return fault;
        }
        if (!remove(id)) {
            return Optional.of(RoleFault.GONE);
        }
        roles.carry(wish.role(), wish.permission(), wish.carried());
        roles.touchHolders(wish.role());
        tell(by, wish.role(), wish.permission(), wish.carried(), AccountEvent.RoleAct.CONFIRMED);
        if (wish.permission() == Permission.HANDLE_SECRETS) {
            roles.holders(wish.role()).forEach(clearances::rightsChanged);
        }
        return Optional.empty();
    }

    private Optional<RoleWish> waiting(long id) {
        return waiting().stream().filter(wish -> wish.id() == id).min(Comparator.comparingLong(RoleWish::id));
    }

    @Override
    @Transactional
    public Optional<RoleFault> drop(long id, Person by) {
        require(by);
        Optional<RoleWish> wish = waiting(id);
        if (wish.isEmpty() || !remove(id)) {
            return Optional.of(RoleFault.GONE);
        }
        tell(by, wish.get().role(), wish.get().permission(), wish.get().carried(), AccountEvent.RoleAct.DROPPED);
        return Optional.empty();
    }

    private boolean remove(long id) {
        return database.sql("delete from role_wish where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static void require(Person by) {
        if (!by.may(Permission.MANAGE_ACCOUNTS)) {
            throw new IllegalArgumentException("only administrators change roles");
        }
    }

    private void tell(Person by, Role role, Permission permission, boolean carried, AccountEvent.RoleAct act) {
        events.tell(new AccountEvent.RoleChanged(by.login(), role, permission, carried, act));
    }
}
