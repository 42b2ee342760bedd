package vn.lienthong.node.testing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;

/**
 * A security officer, cleared up to a level, who is signed in as long as something is done in that person's name.
 *
 * @param person the officer
 */
public record LogReader(Person person) {

    /** Opens an account; the clearance is there at once. */
    public static LogReader cleared(Accounts accounts, JdbcClient database, TimeOrderedIds ids, Secrecy level) {
        UUID some = ids.next();
        LoginName login = new LoginName("log-" + Long.toString(some.getLeastSignificantBits() >>> 1, 36));
        NewAccount wished = new NewAccount(login, "Lê Thị Bảy", Set.of(Role.SECURITY_OFFICER), Set.of());
        AccountCreation created = accounts.create(wished, "bảy con mực nướng");
        if (level.isStateSecret()) {
            var _ = database.sql(
                            "insert into clearance (account_id, agency, level, last_day, state, reason, proposed_by,"
                                    + " proposed_at, decided_by, decided_at) select id, 'H80.77', ?, '2099-12-31',"
                                    + " 'ACTIVE', 'for a test', 'officer.x', utc_timestamp(3), 'leader.x',"
                                    + " utc_timestamp(3) from account where login = ?")
                    .params(List.of(level.number(), login.value()))
                    .update();
        }
        return new LogReader(((AccountCreation.Created) created).person());
    }

    /** Whom tables call so. */
    public String login() {
        return person.login().value();
    }

    /** What the officer gets to see. */
    public <T> T sees(Supplier<T> question) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())));
        try {
            return question.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
