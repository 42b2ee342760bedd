package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;

/** Statements of administrators on {@code account} and its roles and agencies. */
@Component
class AccountAdministrationTable {
    private static final String FACTS =
            "select a.login, a.display_name, a.enabled, a.version, a.created_at, a.password_due, (select at from"
                + " last_sign_in l where l.account_id = a.id) signed_in, exists (select 1 from second_factor f where"
                + " f.account_id = a.id and f.confirmed_at is not null) factor, (select group_concat(role) from"
                + " account_role r where r.account_id = a.id) roles, (select group_concat(agency) from account_agency"
                + " g where g.account_id = a.id) agencies from account a ";

    private final JdbcClient database;

    AccountAdministrationTable(JdbcClient database) {
        this.database = database;
    }

    List<AccountFacts> list(String query, @Nullable LoginName after, int limit) {
        String part = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return database.sql(FACTS + "where a.login > :after and (a.login like :beginning or a.display_name like :part)"
                        + " order by a.login limit " + limit)
                .param("after", after == null ? "" : after.value())
                .param("beginning", part.toLowerCase(Locale.ROOT) + "%")
                .param("part", "%" + part + "%")
                .query((row, _) -> facts(row))
                .list();
    }

    Optional<AccountFacts> find(LoginName login) {
        return database.sql(FACTS + "where a.login = :login")
                .param("login", login.value())
                .query((row, _) -> facts(row))
                .optional();
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
                all(row.getString("roles"), Role::valueOf),
                all(row.getString("agencies"), AgencyCode::new),
                row.getBoolean("enabled"),
                row.getLong("version"),
                use);
    }

    private static <T> Set<T> all(@Nullable String joined, Function<String, T> read) {
        return joined == null
                ? Set.of()
                : Arrays.stream(joined.split(",", -1)).map(read).collect(Collectors.toUnmodifiableSet());
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

    /** Who administers accounts now; nobody else can change that before the end of the transaction. */
    Set<LoginName> lockAdministrators() {
        return database
                .sql("select a.login from account_role r join account a on a.id = r.account_id"
                        + " where r.role = 'ADMINISTRATOR' and a.enabled for update")
                .query((row, _) -> new LoginName(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Replaces roles and agencies; false when the account is no longer as it was. */
    boolean assign(AccountFacts before, NewAccount wished) {
        int changed = database.sql(
                        "update account set version = version + 1 where login = :login and version = :version")
                .param("login", before.login().value())
                .param("version", before.version())
                .update();
        if (changed == 0) {
            return false;
        }
        replace(
                before.login(),
                "account_role",
                "role",
                wished.roles().stream().map(Role::name).toList());
        replace(
                before.login(),
                "account_agency",
                "agency",
                wished.agencies().stream().map(AgencyCode::value).toList());
        return true;
    }

    private void replace(LoginName login, String table, String column, List<String> values) {
        var _ = database.sql(
                        "delete from " + table + " where account_id = (select id from account where login = :login)")
                .param("login", login.value())
                .update();
        for (String value : values) {
            var _ = database.sql("insert into " + table + " (account_id, " + column
                            + ") select id, :value from account where login = :login")
                    .param("value", value)
                    .param("login", login.value())
                    .update();
        }
    }
}
