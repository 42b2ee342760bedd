package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SessionFacts;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.identity.SignInMeans;

/** Statements on {@code account_session}. A session goes on as long as its row is not ended and its account has not changed. */
@Component
class SessionTable {
    private static final String GOES_ON =
            " from account_session s join account a on a.id = s.account_id and a.version = s.account_version where"
                    + " a.enabled and s.ended_at is null and s.seen_at > :seenAfter and s.started_at > :startedAfter ";
    private static final int MOST = 100;

    private final JdbcClient database;

    SessionTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a session may be no older than.
     *
     * @param seenAfter last used later than this
     * @param startedAfter signed in later than this
     */
    record Bounds(Instant seenAfter, Instant startedAfter) {}

    void add(Person person, SessionFacts facts) {
        var _ = database.sql("insert into account_session"
                        + " (id, account_id, account_version, means, device, address, started_at, seen_at)"
                        + " select :id, id, :version, :means, :device, :address, :now, :now from account"
                        + " where login = :login")
                .param("id", facts.id().value())
                .param("version", person.version())
                .param("means", facts.means().name())
                .param("device", facts.device())
                .param("address", facts.address())
                .param("now", utc(facts.startedAt()))
                .param("login", person.login().value())
                .update();
    }

    /** When it was last noted as used; empty when it does not go on. */
    Optional<Instant> seenAt(SessionId session, Bounds bounds) {
        return bounded("select s.seen_at" + GOES_ON + "and s.id = :id", bounds)
                .param("id", session.value())
                .query((row, _) -> instant(row, "seen_at"))
                .optional();
    }

    void seen(SessionId session, Instant now, String address) {
        var _ = database.sql("update account_session set seen_at = :now, address = :address"
                        + " where id = :id and seen_at < :now and ended_at is null")
                .param("id", session.value())
                .param("now", utc(now))
                .param("address", address)
                .update();
    }

    List<SessionFacts> of(LoginName login, Bounds bounds) {
        return bounded(
                        "select s.*" + GOES_ON + "and a.login = :login order by s.seen_at desc, s.id limit " + MOST,
                        bounds)
                .param("login", login.value())
                .query((row, _) -> facts(row))
                .list();
    }

    /** Lets nobody else begin or end sessions of the account until this transaction is over. */
    void lock(LoginName login) {
        var _ = database.sql("select id from account where login = :login for update")
                .param("login", login.value())
                .query(Long.class)
                .list();
    }

    /** Those that go on, without the youngest ones. */
    List<SessionId> beyond(LoginName login, int youngest, Bounds bounds) {
        return bounded(
                        "select s.id" + GOES_ON + "and a.login = :login order by s.started_at desc, s.id limit 100"
                                + " offset " + youngest,
                        bounds)
                .param("login", login.value())
                .query((row, _) -> new SessionId(row.getString("id")))
                .list();
    }

    private JdbcClient.StatementSpec bounded(String statement, Bounds bounds) {
        return database.sql(statement)
                .param("seenAfter", utc(bounds.seenAfter()))
                .param("startedAfter", utc(bounds.startedAfter()));
    }

    private static SessionFacts facts(ResultSet row) throws SQLException {
        return new SessionFacts(
                new SessionId(row.getString("id")),
                row.getString("device"),
                row.getString("address"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                SignInMeans.valueOf(row.getString("means")));
    }

    /** Ends one that goes on; false when somebody else was first. */
    boolean end(LoginName login, SessionId session, Instant now) {
        return database.sql("update account_session s join account a on a.id = s.account_id set s.ended_at = :now"
                                + " where s.id = :id and a.login = :login and s.ended_at is null"
                                + " and s.account_version = a.version")
                        .param("now", utc(now))
                        .param("id", session.value())
                        .param("login", login.value())
                        .update()
                == 1;
    }

    void over(SessionId session, Instant now) {
        var _ = database.sql("update account_session set ended_at = :now where id = :id and ended_at is null")
                .param("now", utc(now))
                .param("id", session.value())
                .update();
    }

    int endOthers(LoginName login, SessionId kept, Instant now) {
        return database.sql("update account_session s join account a on a.id = s.account_id set s.ended_at = :now"
                        + " where s.id <> :kept and a.login = :login and s.ended_at is null"
                        + " and s.account_version = a.version")
                .param("now", utc(now))
                .param("kept", kept.value())
                .param("login", login.value())
                .update();
    }

    void carryOver(SessionId session, Person person) {
        var _ = database.sql("update account_session s join account a on a.id = s.account_id"
                        + " set s.account_version = :version"
                        + " where s.id = :id and a.login = :login and s.ended_at is null")
                .param("version", person.version())
                .param("id", session.value())
                .param("login", person.login().value())
                .update();
    }

    void forgetOlder(Instant before) {
        var _ = database.sql("delete from account_session where seen_at < :before limit 500")
                .param("before", utc(before))
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
