package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** Who may instruct on whose behalf, from day to day (Vietnam time); ends by itself. */
@Component
@InNodeRole
public class Delegations {

    private static final ZoneId HERE = DateText.HANOI;
    private static final String SELECT = "select d.* from incoming_delegation d where ";

    private final JdbcClient database;
    private final Accounts accounts;
    private final Reach reach;
    private final InstantSource clock;

    Delegations(JdbcClient database, Accounts accounts, Reach reach, InstantSource clock) {
        this.reach = reach;
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A delegation.
     *
     * @param id its key
     * @param agency for whose documents
     * @param from who delegates
     * @param to to whom
     * @param fromOn first day
     * @param untilOn last day
     * @param types names of types; empty for all
     */
    public record Delegation(
            long id, AgencyCode agency, Party from, Party to, LocalDate fromOn, LocalDate untilOn, List<String> types) {

        /** Copies the types. */
        public Delegation {
            types = List.copyOf(types);
        }

        boolean covers(IncomingDocument document) {
            return types.isEmpty() || types.contains(document.facts().typeName());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /** What a person has delegated and has not ended, now or later. */
    public List<Delegation> given(String login) {
        return list("d.from_login = ? and d.until_on >= ? and d.ended_at is null", login);
    }

    /** What is delegated to a person today. */
    public List<Delegation> held(String login) {
        LocalDate today = today();
        return list("d.to_login = ? and d.until_on >= ? and d.ended_at is null", login).stream()
                .filter(delegation -> !delegation.fromOn().isAfter(today))
                .filter(this::stillLeads)
                .filter(this::stillWorksThere)
                .toList();
    }

    /** Nobody acts for a leader who is suspended, has left, or leads there no more. */
    private boolean stillLeads(Delegation delegation) {
        return LoginName.parse(delegation.from().login())
                .flatMap(accounts::find)
                .filter(leader -> leader.is(Role.LEADER, delegation.agency()))
                .isPresent();
    }

    /** Nobody acts at an agency where they handle no documents any more. */
    private boolean stillWorksThere(Delegation delegation) {
        return LoginName.parse(delegation.to().login())
                .flatMap(accounts::find)
                .filter(person -> person.may(Permission.READ_DOCUMENTS, delegation.agency()))
                .isPresent();
    }

    private List<Delegation> list(String condition, String login) {
        return database.sql(SELECT + condition + " order by d.from_on, d.id limit 100")
                .params(login, today())
                .query((row, _) -> new Delegation(
                        row.getLong("id"),
                        new AgencyCode(row.getString("agency")),
                        Party.person(row.getString("from_login"), Columns.text(row, "from_name")),
                        Party.person(row.getString("to_login"), Columns.text(row, "to_name")),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        Columns.text(row, "types")
                                .lines()
                                .filter(type -> !type.isEmpty())
                                .toList()))
                .list();
    }

    /** Returns whether the person may act today on behalf of the leader before whom the document lies. */
    public Optional<Delegation> covering(String login, IncomingDocument document) {
        return held(login).stream()
                .filter(delegation -> delegation.from().login().equals(document.submittedTo()))
                .filter(delegation -> delegation.covers(document))
                .filter(delegation -> reach.codes(List.of(delegation.agency()))
                        .contains(document.agency().value()))
                .findFirst();
    }

    /** Writes one, in the caller's transaction. */
    public void give(AgencyCode agency, Party from, Party to, LocalDate fromOn, LocalDate untilOn, List<String> types) {
        one(database.sql("insert into incoming_delegation (agency, from_login, from_name, to_login, to_name, from_on,"
                        + " until_on, types, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        agency.value(),
                        from.login(),
                        from.name(),
                        to.login(),
                        to.name(),
                        fromOn,
                        untilOn,
                        String.join("\n", types),
                        Columns.of(now()))
                .update());
    }

    /** Ends one that the person gave, in the caller's transaction; false when there is none. */
    public boolean end(String from, long id) {
        return database.sql("update incoming_delegation set ended_at = ? where id = ? and from_login = ? and"
                                + " ended_at is null")
                        .params(Columns.of(now()), id, from)
                        .update()
                == 1;
    }

    private Instant now() {
        return Timestamps.millis(clock.instant());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("wrote " + rows + " delegations instead of one");
        }
    }
}
