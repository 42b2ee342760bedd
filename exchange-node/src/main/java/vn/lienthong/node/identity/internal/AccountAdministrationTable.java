package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;

/** Statements of administrators on {@code account} and its roles and agencies. */
@Component
class AccountAdministrationTable {
    private static final String FACTS =
            "select a.login, a.display_name, a.enabled, a.version, a.created_at, a.password_due, (select at from"
                + " last_sign_in l where l.account_id = a.id) signed_in, (exists (select 1 from second_factor f where"
                + " f.account_id = a.id and f.confirmed_at is not null) or exists (select 1 from passkey k where"
                + " k.account_id = a.id)) factor from account a ";
    private static final String GRANTS =
            "select a.login, r.role, r.agency, r.since, r.until, r.granted_by from account_role r"
                    + " join account a on a.id = r.account_id where a.login in (:logins) order by r.role, r.agency";

    private final JdbcClient database;
    private final InstantSource clock;

    AccountAdministrationTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    List<AccountFacts> list(String query, @Nullable LoginName after, int limit) {
        String part = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return complete(database.sql(FACTS
                        + "where a.login > :after and a.login <> :hidden and (a.login like :beginning or"
                        + " a.display_name like :part) order by a.login limit " + limit)
                .param("after", after == null ? "" : after.value())
                .param("hidden", BreakGlass.LOGIN.value())
                .param("beginning", part.toLowerCase(Locale.ROOT) + "%")
                .param("part", "%" + part + "%")
                .query((row, _) -> facts(row))
                .list());
    }

    /** Nobody administers the account of the emergency entry: here it does not exist. */
    Optional<AccountFacts> find(LoginName login) {
        if (login.equals(BreakGlass.LOGIN)) {
            return Optional.empty();
        }
        return complete(database.sql(FACTS + "where a.login = :login")
                        .param("login", login.value())
                        .query((row, _) -> facts(row))
                        .list())
                .stream()
                .findFirst();
    }

    private List<AccountFacts> complete(List<AccountFacts> accounts) {
        if (accounts.isEmpty()) {
            return accounts;
        }
        Map<String, List<RoleGrant>> grants = new HashMap<>();
        database.sql(GRANTS)
                .param(
                        "logins",
                        accounts.stream().map(one -> one.login().value()).toList())
                .query((row, _) -> Map.entry(row.getString(1), grant(row)))
                .list()
                .forEach(entry -> grants.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return accounts.stream()
                .map(one -> one.with(grants.getOrDefault(one.login().value(), List.of())))
                .toList();
    }

    private static RoleGrant grant(ResultSet row) throws SQLException {
        String agency = Columns.text(row, "agency");
        String by = row.getString("granted_by");
        return new RoleGrant(
                Role.valueOf(Columns.text(row, "role")),
                agency.isEmpty() ? null : new AgencyCode(agency),
                Columns.instant(row, "since"),
                Columns.instantOrNull(row, "until"),
                by == null ? null : new LoginName(by));
    }

    private static AccountFacts facts(ResultSet row) throws SQLException {
        LocalDateTime signedIn = row.getObject("signed_in", LocalDateTime.class);
        AccountFacts.Use use = new AccountFacts.Use(
                Objects.requireNonNull(row.getObject("created_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                signedIn == null ? null : signedIn.toInstant(ZoneOffset.UTC),
                row.getBoolean("factor"),
                row.getBoolean("password_due"));
        return new AccountFacts(
                new LoginName(row.getString("login")),
                row.getString("display_name"),
                List.of(),
                row.getBoolean("enabled"),
                row.getLong("version"),
                use);
    }

    void passwordDue(LoginName login) {
        var _ = database.sql("update account set password_due = true where login = :login")
                .param("login", login.value())
                .update();
    }

    boolean enable(LoginName login) {
        return database.sql("update account set enabled = true, version = version + 1"
                                + " where login = :login and not enabled")
                        .param("login", login.value())
                        .update()
                == 1;
    }

    /** Who administers accounts now, without the emergency entry; nobody else can change that before the end of the transaction. */
    Set<LoginName> lockAdministrators() {
        return database
                .sql("select a.login from account_role r join account a on a.id = r.account_id where r.role ="
                        + " 'ADMINISTRATOR' and a.enabled and a.login <> :hidden and (r.until is null or r.until >"
                        + " :now) for update")
                .param("hidden", BreakGlass.LOGIN.value())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> new LoginName(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Raises the version; false when the account is no longer as it was. */
    boolean raise(AccountFacts before) {
        return database.sql("update account set version = version + 1 where login = :login and version = :version")
                        .param("login", before.login().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }
}
