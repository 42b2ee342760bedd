package vn.lienthong.node.identity.internal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;

/** Names and numbers of accounts, from the database. */
@Service
class StoredAccountDirectory implements AccountDirectory {
    private static final String NOW = " r.since <= :now and (r.until is null or r.until > :now) ";

    private final JdbcClient database;
    private final InstantSource clock;

    StoredAccountDirectory(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Long> numberOf(LoginName login) {
        return database.sql("select id from account where login = :login")
                .param("login", login.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public Map<Long, Called> called(Collection<Long> numbers) {
        Map<Long, Called> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            database.sql("select id, login, display_name from account where id in (:numbers)")
                    .param("numbers", numbers)
                    .query((row, _) ->
                            Map.entry(row.getLong(1), new Called(new LoginName(row.getString(2)), row.getString(3))))
                    .list()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    @Override
    public List<LoginName> workingFor(AgencyCode agency, Role role) {
        return database.sql("select a.login from account a"
                        + " join account_role r on r.account_id = a.id and r.role = :role and r.agency = :agency"
                        + " where a.enabled and" + NOW + "order by a.login limit 500")
                .param("agency", agency.value())
                .param("role", role.name())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> new LoginName(row.getString(1)))
                .list();
    }

    @Override
    public List<LoginName> withRole(Role role) {
        return database.sql("select distinct a.login from account a join account_role r on r.account_id = a.id"
                        + " where r.role = :role and a.enabled and" + NOW + "order by a.login limit 500")
                .param("role", role.name())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) -> new LoginName(row.getString(1)))
                .list();
    }

    @Override
    public List<Called> members(Collection<AgencyCode> agencies, Role role) {
        if (agencies.isEmpty()) {
            return List.of();
        }
        return database.sql("select distinct a.login, a.display_name from account a"
                        + " join account_role r on r.account_id = a.id"
                        + " where a.enabled and r.role = :role and r.agency in (:agencies) and" + NOW
                        + "order by a.display_name, a.login limit 500")
                .param("role", role.name())
                .param("now", Columns.of(clock.instant()))
                .param("agencies", agencies.stream().map(AgencyCode::value).toList())
                .query((row, _) -> new Called(new LoginName(row.getString(1)), row.getString(2)))
                .list();
    }
}
