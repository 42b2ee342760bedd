package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.HeldRole;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SeparationOfDuties;

/** Statements on {@code account_role} and {@code role_permission}; read anew for every question, so that changes hold at once. */
@Component
class RoleTable {
    /** Whatever the table of roles says, the emergency entry lets people in again and does nothing else. */
    private static final Set<Permission> EMERGENCY = Set.of(Permission.MANAGE_ACCOUNTS);

    private final JdbcClient database;
    private final InstantSource clock;

    RoleTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What an account holds now. */
    Set<HeldRole> held(LoginName login) {
        Map<Role, Set<Permission>> carried = new EnumMap<>(Role.class);
        boolean emergency = login.equals(BreakGlass.LOGIN);
        return database
                .sql("select r.role, r.agency from account_role r join account a on a.id = r.account_id"
                        + " where a.login = :login and r.since <= :now and (r.until is null or r.until > :now)")
                .param("login", login.value())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> new Named(Role.valueOf(row.getString(1)), Columns.text(row, "agency")))
                .list()
                .stream()
                .map(named -> new HeldRole(
                        named.role(),
                        place(named.agency()),
                        emergency ? EMERGENCY : carried.computeIfAbsent(named.role(), this::carried)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Named(Role role, String agency) {}

    private static @Nullable AgencyCode place(String agency) {
        return agency.isEmpty() ? null : new AgencyCode(agency);
    }

    /** What a role carries now: what the table says, and as delivered where it says nothing; code has the last word. */
    Set<Permission> carried(Role role) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(role.delivered());
        database.sql("select permission, carried from role_permission where role = :role")
                .param("role", role.name())
                .query((row, _) -> Map.entry(row.getString(1), row.getBoolean(2)))
                .list()
                .forEach(entry -> apply(permissions, entry.getKey(), entry.getValue()));
        permissions.removeIf(permission -> !SeparationOfDuties.mayCarry(role, permission));
        permissions.addAll(SeparationOfDuties.kept(role));
        return permissions;
    }

    /** Names of permissions that this release does not know are left alone. */
    private static void apply(Set<Permission> permissions, String name, boolean carried) {
        for (Permission permission : Permission.values()) {
            if (permission.name().equals(name) && carried) {
                permissions.add(permission);
            } else if (permission.name().equals(name)) {
                permissions.remove(permission);
            }
        }
    }

    void carry(Role role, Permission permission, boolean carried) {
        var _ = database.sql(
                        "insert into role_permission (role, permission, carried) values (:role, :permission, :carried)"
                                + " on duplicate key update carried = :carried")
                .param("role", role.name())
                .param("permission", permission.name())
                .param("carried", carried)
                .update();
    }

    /** Gives a role, for an agency or for the node; what was held already is held with the new end. */
    void grant(
            LoginName login, Role role, @Nullable AgencyCode agency, @Nullable Instant until, @Nullable LoginName by) {
        var _ = database.sql("insert into account_role (account_id, role, agency, since, until, granted_by)"
                        + " select id, :role, :agency, :now, :until, :by from account where login = :login"
                        + " on duplicate key update until = :until, granted_by = :by")
                .param("login", login.value())
                .param("role", role.name())
                .param("agency", agency == null ? "" : agency.value())
                .param("now", Columns.of(clock.instant()))
                .param("until", Columns.orNull(until))
                .param("by", by == null ? null : by.value())
                .update();
    }

    /** Takes a role away; false when it was not held. */
    boolean revoke(LoginName login, Role role, @Nullable AgencyCode agency) {
        return database.sql("delete r from account_role r join account a on a.id = r.account_id"
                                + " where a.login = :login and r.role = :role and r.agency = :agency")
                        .param("login", login.value())
                        .param("role", role.name())
                        .param("agency", agency == null ? "" : agency.value())
                        .update()
                == 1;
    }

    /** Ends the sessions of everybody who holds a role. */
    void touchHolders(Role role) {
        var _ = database.sql("update account set version = version + 1"
                        + " where id in (select account_id from account_role where role = :role)")
                .param("role", role.name())
                .update();
    }

    /** Who holds a role now, by login name. */
    List<LoginName> holders(Role role) {
        return database.sql("select distinct a.login from account a join account_role r on r.account_id = a.id where"
                        + " r.role = :role and a.enabled and (r.until is null or r.until > :now) order by a.login")
                .param("role", role.name())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> new LoginName(row.getString(1)))
                .list();
    }
}
