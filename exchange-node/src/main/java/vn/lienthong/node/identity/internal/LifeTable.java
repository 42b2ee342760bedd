package vn.lienthong.node.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.AccountLife.Life;
import vn.lienthong.node.identity.LoginName;

/** Statements on the beginning and the end of accounts. */
@Component
class LifeTable {
    private static final String USED = "greatest(a.created_at, coalesce(a.resumed_at, a.created_at),"
            + " coalesce((select l.at from last_sign_in l where l.account_id = a.id), a.created_at))";

    private final JdbcClient database;

    LifeTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Life> find(LoginName login, Instant now) {
        return database.sql("select a.*, i.ends_at from account a left join invitation i on i.account_id = a.id"
                        + " and i.ends_at > :now where a.login = :login")
                .param("login", login.value())
                .param("now", Columns.of(now))
                .query((row, _) -> life(row))
                .optional();
    }

    private static Life life(ResultSet row) throws SQLException {
        String reason = row.getString("suspended_reason");
        return new Life(
                Columns.dateOrNull(row, "leaves_on"),
                Columns.instantOrNull(row, "suspended_at"),
                reason == null ? "" : reason,
                Columns.instantOrNull(row, "warned_at"),
                Columns.instantOrNull(row, "ends_at"));
    }

    void suspended(LoginName login, String reason, Instant now) {
        var _ = database.sql("update account set suspended_at = :now, suspended_reason = :reason where login = :login")
                .param("login", login.value())
                .param("reason", reason)
                .param("now", Columns.of(now))
                .update();
    }

    void resumed(LoginName login, Instant now) {
        var _ = database.sql("update account set suspended_at = null, suspended_reason = null, warned_at = null,"
                        + " leaves_on = null, resumed_at = :now where login = :login")
                .param("login", login.value())
                .param("now", Columns.of(now))
                .update();
    }

    boolean leaves(LoginName login, @Nullable LocalDate lastDay) {
        return database.sql("update account set leaves_on = :day where login = :login and not (leaves_on <=> :day)")
                        .param("login", login.value())
                        .param("day", lastDay)
                        .update()
                == 1;
    }

    /** Whose last day is over and whose account is still open. */
    List<LoginName> gone(LocalDate today) {
        return names(database.sql("select a.login from account a where a.enabled and a.leaves_on < :today limit 100")
                .param("today", today));
    }

    private static List<LoginName> names(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> new LoginName(row.getString(1))).list();
    }

    void endRoles(LoginName login, Instant now) {
        var _ = database.sql("update account_role r join account a on a.id = r.account_id set r.until = :now"
                        + " where a.login = :login and (r.until is null or r.until > :now)")
                .param("login", login.value())
                .param("now", Columns.of(now))
                .update();
    }

    /** Open accounts that nobody used since, and that were not warned yet. */
    List<LoginName> unused(Instant since) {
        return names(database.sql("select a.login from account a where a.enabled and a.warned_at is null and " + USED
                        + " < :since limit 100")
                .param("since", Columns.of(since)));
    }

    /** Open accounts that were warned long enough ago and that nobody used since. */
    List<LoginName> stillUnused(Instant since, Instant warnedBefore) {
        return names(database.sql("select a.login from account a where a.enabled and a.warned_at < :warned and " + USED
                        + " < :since limit 100")
                .param("since", Columns.of(since))
                .param("warned", Columns.of(warnedBefore)));
    }

    /** Whoever came back is not warned any more. */
    void forgetWarnings(Instant since) {
        var _ = database.sql("update account a set a.warned_at = null where a.warned_at is not null and " + USED
                        + " >= :since")
                .param("since", Columns.of(since))
                .update();
    }

    void warned(LoginName login, Instant now) {
        var _ = database.sql("update account set warned_at = :now where login = :login and warned_at is null")
                .param("login", login.value())
                .param("now", Columns.of(now))
                .update();
    }

    void invite(LoginName login, byte[] digest, LoginName by, Instant now, Instant until) {
        var _ = database.sql("insert into invitation (account_id, digest, made_by, made_at, ends_at)"
                        + " select id, :digest, :by, :now, :until from account where login = :login"
                        + " on duplicate key update digest = :digest, made_by = :by, made_at = :now, ends_at = :until")
                .param("login", login.value())
                .param("digest", digest)
                .param("by", by.value())
                .param("now", Columns.of(now))
                .param("until", Columns.of(until))
                .update();
    }

    /** Uses a code up; true for exactly one caller. */
    boolean useUp(LoginName login, byte[] digest, Instant now) {
        return database.sql("delete i from invitation i join account a on a.id = i.account_id"
                                + " where a.login = :login and a.enabled and i.digest = :digest and i.ends_at > :now")
                        .param("login", login.value())
                        .param("digest", digest)
                        .param("now", Columns.of(now))
                        .update()
                == 1;
    }
}
