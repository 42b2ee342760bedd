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
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.ClearanceFacts;
import vn.lienthong.node.identity.LoginName;

/** Statements on {@code clearance}. */
@Component
class ClearanceTable {
    private static final String FACTS =
            "select c.*, a.login, a.display_name from clearance c join account a on a.id = c.account_id ";
    private static final String NEWEST_OF_WAITING =
            " order by c.state = 'PROPOSED' desc, c.state = 'ACTIVE' desc, c.last_day, c.id limit 500";

    private final JdbcClient database;

    ClearanceTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Secrecy> level(LoginName login, AgencyCode agency, LocalDate today) {
        return database.sql("select c.level from clearance c join account a on a.id = c.account_id"
                        + " where a.login = :login and a.enabled and c.agency = :agency and c.state = 'ACTIVE'"
                        + " and c.last_day >= :today")
                .param("login", login.value())
                .param("agency", agency.value())
                .param("today", today)
                .query((row, _) -> level(row.getInt(1)))
                .optional();
    }

    List<LoginName> cleared(AgencyCode agency, Secrecy atLeast, LocalDate today) {
        return database.sql("select a.login from clearance c join account a on a.id = c.account_id"
                        + " where a.enabled and c.agency = :agency and c.state = 'ACTIVE' and c.last_day >= :today"
                        + " and c.level >= :level order by a.login limit 500")
                .param("agency", agency.value())
                .param("today", today)
                .param("level", number(atLeast))
                .query((row, _) -> new LoginName(row.getString(1)))
                .list();
    }

    List<ClearanceFacts> list(boolean ended) {
        return database.sql(FACTS + (ended ? "" : "where c.state in ('PROPOSED', 'ACTIVE')") + NEWEST_OF_WAITING)
                .query((row, _) -> facts(row))
                .list();
    }

    List<ClearanceFacts> ranOut(LocalDate today) {
        return database.sql(FACTS + "where c.state in ('PROPOSED', 'ACTIVE') and c.last_day < :today limit 100")
                .param("today", today)
                .query((row, _) -> facts(row))
                .list();
    }

    /** The agencies for which an account has a clearance that is in force. */
    List<AgencyCode> agencies(LoginName login) {
        return database.sql("select c.agency from clearance c join account a on a.id = c.account_id"
                        + " where a.login = :login and c.state = 'ACTIVE'")
                .param("login", login.value())
                .query((row, _) -> new AgencyCode(row.getString(1)))
                .list();
    }

    Optional<ClearanceFacts> find(long id) {
        return database.sql(FACTS + "where c.id = :id")
                .param("id", id)
                .query((row, _) -> facts(row))
                .optional();
    }

    Optional<ClearanceFacts> standing(LoginName login, AgencyCode agency, ClearanceFacts.State state) {
        return database.sql(FACTS + "where a.login = :login and c.agency = :agency and c.state = :state")
                .param("login", login.value())
                .param("agency", agency.value())
                .param("state", state.name())
                .query((row, _) -> facts(row))
                .optional();
    }

    /** False when one waits already. */
    boolean propose(ClearanceFacts wished) {
        return database.sql("insert ignore into clearance (account_id, agency, level, last_day, state, reason,"
            + " proposed_by, proposed_at) select id, :agency, :level, :day, 'PROPOSED', :reason, :by, :at from account"
            + " where login = :login and enabled")
                        .param("login", wished.login().value())
                        .param("agency", wished.agency().value())
                        .param("level", number(wished.level()))
                        .param("day", wished.lastDay())
                        .param("reason", wished.reason())
                        .param("by", wished.course().proposedBy().value())
                        .param("at", Columns.of(wished.course().proposedAt()))
                        .update()
                == 1;
    }

    /** Confirms or refuses; false when it no longer waits. */
    boolean decide(long id, ClearanceFacts.State state, LoginName by, Instant at) {
        return database.sql("update clearance set state = :state, decided_by = :by, decided_at = :at"
                                + " where id = :id and state = 'PROPOSED'")
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by.value())
                        .param("at", Columns.of(at))
                        .update()
                == 1;
    }

    /** Ends; false when it has ended already. */
    boolean end(long id, @Nullable LoginName by, String reason, Instant at) {
        return database.sql("update clearance set state = 'ENDED', ended_by = :by, ended_at = :at,"
                                + " ended_reason = :reason where id = :id and state in ('PROPOSED', 'ACTIVE')")
                        .param("id", id)
                        .param("by", by == null ? null : by.value())
                        .param("reason", reason)
                        .param("at", Columns.of(at))
                        .update()
                == 1;
    }

    private static ClearanceFacts facts(ResultSet row) throws SQLException {
        ClearanceFacts.Course course = new ClearanceFacts.Course(
                new LoginName(Columns.text(row, "proposed_by")),
                Columns.instant(row, "proposed_at"),
                name(row.getString("decided_by")),
                Columns.instantOrNull(row, "decided_at"),
                name(row.getString("ended_by")),
                Columns.instantOrNull(row, "ended_at"));
        return new ClearanceFacts(
                row.getLong("id"),
                new LoginName(Columns.text(row, "login")),
                Columns.text(row, "display_name"),
                new AgencyCode(Columns.text(row, "agency")),
                level(row.getInt("level")),
                Columns.date(row, "last_day"),
                ClearanceFacts.State.valueOf(Columns.text(row, "state")),
                Columns.text(row, "reason"),
                course);
    }

    private static @Nullable LoginName name(@Nullable String login) {
        return login == null ? null : new LoginName(login);
    }

    private static int number(Secrecy level) {
        return switch (level) {
            case ORDINARY -> throw new IllegalArgumentException("not a secret");
            case CONFIDENTIAL -> 1;
            case SECRET -> 2;
            case TOP_SECRET -> 3;
        };
    }

    private static Secrecy level(int number) {
        return switch (number) {
            case 1 -> Secrecy.CONFIDENTIAL;
            case 2 -> Secrecy.SECRET;
            case 3 -> Secrecy.TOP_SECRET;
            default -> throw new IllegalStateException("no such level: " + number);
        };
    }
}
