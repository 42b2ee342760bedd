package vn.lienthong.node.incoming.internal.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.AccountDirectory;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;

/** The units of agencies, who works in them, and the persons to whom documents are given. */
@Component
@InNodeRole
public class Units {

    private static final int MOST = 300;

    private final JdbcClient database;
    private final AccountDirectory accounts;

    Units(JdbcClient database, AccountDirectory accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * A unit.
     *
     * @param id its key
     * @param agency whose
     * @param name of it
     * @param members logins
     */
    public record Unit(long id, String agency, String name, List<String> members) {
        /** Copies the members. */
        public Unit {
            members = List.copyOf(members);
        }
    }

    /** The units that are not closed, by their names. */
    public List<Unit> of(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : database.sql("select id, agency, name from incoming_unit where agency in (:codes) and closed = 0"
                                + " order by name limit :most")
                        .param("codes", codes)
                        .param("most", MOST)
                        .query((row, _) ->
                                new Unit(row.getLong(1), row.getString(2), row.getString(3), members(row.getLong(1))))
                        .list();
    }

    private List<String> members(long unit) {
        return database.sql("select login from incoming_unit_member where unit_id = ? order by login")
                .param(unit)
                .query((row, _) -> Columns.text(row, "login"))
                .list();
    }

    /** One unit of these agencies. */
    public Optional<Unit> find(Collection<String> codes, long id) {
        return of(codes).stream().filter(unit -> unit.id() == id).findFirst();
    }

    /** The keys of the units in which somebody works. */
    public List<Long> worksIn(String login) {
        return database.sql("select unit_id from incoming_unit_member where login = ?")
                .param(login)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Makes a unit; false when there is one of that name. */
    public boolean add(AgencyCode agency, String name) {
        try {
            return database.sql("insert into incoming_unit (agency, name) values (?, ?)")
                            .params(agency.value(), name)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Closes a unit: it gets no more documents. */
    public void close(Unit unit) {
        changed(database.sql(
                        "update incoming_unit set closed = 1, name = concat(left(name, 180), ' #', id) where id = ?")
                .param(unit.id())
                .update());
    }

    /** Lets somebody work in a unit. */
    public void join(Unit unit, String login) {
        changed(database.sql("insert ignore into incoming_unit_member (unit_id, login) values (?, ?)")
                .params(unit.id(), login)
                .update());
    }

    /** Lets somebody work there no more. */
    public void leave(Unit unit, String login) {
        changed(database.sql("delete from incoming_unit_member where unit_id = ? and login = ?")
                .params(unit.id(), login)
                .update());
    }

    private static void changed(int rows) {
        if (rows > 1) {
            throw new IllegalStateException("changed " + rows + " rows of units");
        }
    }

    /** The leaders of an agency. */
    public List<Party> leaders(Collection<AgencyCode> agencies) {
        return persons(agencies, Role.LEADER);
    }

    /** The officers of an agency. */
    public List<Party> officers(Collection<AgencyCode> agencies) {
        return persons(agencies, Role.OFFICER);
    }

    private List<Party> persons(Collection<AgencyCode> agencies, Role role) {
        return accounts.members(agencies, role).stream()
                .map(called -> Party.person(called.login().value(), called.displayName()))
                .toList();
    }

    /** Everybody to whom documents of the agency can be given: units first, then officers. */
    public List<Party> parties(Collection<String> codes, Collection<AgencyCode> agencies) {
        List<Party> all = new ArrayList<>();
        of(codes).forEach(unit -> all.add(Party.unit(unit.id(), unit.name())));
        all.addAll(officers(agencies));
        return all;
    }
}
