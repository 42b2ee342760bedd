package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;

/**
 * The account that is open for the time of an emergency entry only. It has no password that anybody knows, and nothing that was set up
 * in one use is left for the next.
 */
@Component
class BreakGlassAccount {
    private static final String OWN = " where account_id = (select id from account where login = :login)";
    private static final List<String> LEFT_BEHIND =
            List.of("second_factor", "recovery_code", "passkey", "passkey_owner", "account_provider", "invitation");

    private final JdbcClient database;
    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final SecureRandom random = new SecureRandom();

    BreakGlassAccount(JdbcClient database, AccountStore accounts, PasswordHashing hashing) {
        this.database = database;
        this.accounts = accounts;
        this.hashing = hashing;
    }

    /** Opens it with one role until then. */
    Person open(Instant now, Instant until) {
        leaveNothing();
        var _ = account("insert into account (login, display_name, password_hash, enabled, version, created_at)"
                        + " values (:login, 'Lối vào khẩn cấp', :hash, true, 1, :now)"
                        + " on duplicate key update password_hash = :hash, enabled = true, version = version + 1,"
                        + " leaves_on = null, suspended_at = null, warned_at = null, resumed_at = :now")
                .param("hash", hashing.hash(InitialPasswords.draw(random).reveal()))
                .param("now", Columns.of(now))
                .update();
        var _ = account("insert into account_role (account_id, role, agency, since, until) select id, :role, '', :now,"
                        + " :until from account where login = :login")
                .param("role", Role.ADMINISTRATOR.name())
                .param("now", Columns.of(now))
                .param("until", Columns.of(until))
                .update();
        return accounts.find(BreakGlass.LOGIN).orElseThrow().person();
    }

    /** Shuts it, with everything that could open it the next time. */
    void shut() {
        leaveNothing();
        var _ = account("update account set enabled = false, version = version + 1 where login = :login")
                .update();
    }

    private void leaveNothing() {
        for (String table : LEFT_BEHIND) {
            var _ = account("delete from " + table + OWN).update();
        }
        var _ = account("delete from account_role" + OWN).update();
    }

    private JdbcClient.StatementSpec account(String statement) {
        return database.sql(statement).param("login", BreakGlass.LOGIN.value());
    }
}
