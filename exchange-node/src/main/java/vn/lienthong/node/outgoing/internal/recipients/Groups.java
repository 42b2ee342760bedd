package vn.lienthong.node.outgoing.internal.recipients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;

/** Saved groups of recipients: a clerk's own, and those that all clerks of an agency share. */
@InNodeRole
@Service
public class Groups {

    private static final String COLUMNS = "group_id, agency, owner, name, version, members";
    private static final int MOST = 200;

    private final JdbcClient database;
    private final AgencyFinder finder;

    Groups(JdbcClient database, AgencyFinder finder) {
        this.database = database;
        this.finder = finder;
    }

    /**
     * A group.
     *
     * @param id its number
     * @param agency whose clerks use it
     * @param owner login of the only one who uses it; null when all of the agency do
     * @param name as people call it
     * @param version grows with every change
     * @param members codes
     */
    public record Group(
            long id, AgencyCode agency, @Nullable String owner, String name, long version, List<AgencyCode> members) {

        /** Whether all clerks of the agency use it. */
        public boolean shared() {
            return owner == null;
        }
    }

    /** The groups that a clerk can use for an agency. */
    public List<Group> of(Person clerk, AgencyCode agency) {
        return clerk.may(Permission.SEND_DOCUMENTS, agency)
                ? database.sql("select " + COLUMNS + " from outgoing_group where agency = ?"
                                + " and (owner is null or owner = ?) order by name, group_id limit ?")
                        .params(agency.value(), clerk.login().value(), MOST)
                        .query((row, _) -> group(row))
                        .list()
                : List.of();
    }

    /** One of them; empty for what is not the clerk's. */
    public Optional<Group> find(Person clerk, long id) {
        return database.sql("select " + COLUMNS + " from outgoing_group where group_id = ?")
                .param(id)
                .query((row, _) -> group(row))
                .optional()
                .filter(group -> clerk.may(Permission.SEND_DOCUMENTS, group.agency())
                        && (group.shared() || clerk.login().value().equals(group.owner())));
    }

    /** The agencies of a group that can be addressed now; successors in the place of those that are gone. */
    public List<Listed> members(Person clerk, AgencyCode agency, String id) {
        Optional<Group> group = id.matches("[0-9]{1,18}") ? find(clerk, Long.parseLong(id)) : Optional.empty();
        return group.filter(found -> found.agency().equals(agency)).stream()
                .flatMap(found -> found.members().stream())
                .flatMap(code -> finder.byCode(code).map(List::of).orElseGet(() -> finder.successors(code)).stream())
                .distinct()
                .toList();
    }

    /** Keeps a new group. */
    @Transactional
    public void create(Person clerk, AgencyCode agency, String name, boolean shared, List<AgencyCode> members) {
        int _ = database.sql(
                        "insert into outgoing_group (agency, owner, name, version, members) values (?, ?, ?, 1, ?)")
                .param(agency.value())
                .param(shared ? null : clerk.login().value())
                .param(name)
                .param(joined(members))
                .update();
    }

    /** Changes a group upon the version that was seen; false when somebody was faster. */
    @Transactional
    public boolean change(Group seen, String name, List<AgencyCode> members) {
        return database.sql("update outgoing_group set name = ?, members = ?, version = version + 1"
                                + " where group_id = ? and version = ?")
                        .params(name, joined(members), seen.id(), seen.version())
                        .update()
                == 1;
    }

    /** Removes a group. */
    @Transactional
    public void remove(Group group) {
        int _ = database.sql("delete from outgoing_group where group_id = ?")
                .param(group.id())
                .update();
    }

    private static String joined(List<AgencyCode> members) {
        return members.stream().distinct().map(AgencyCode::value).collect(Collectors.joining("\n"));
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getLong("group_id"),
                new AgencyCode(row.getString("agency")),
                row.getString("owner"),
                row.getString("name"),
                row.getLong("version"),
                row.getString("members")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(AgencyCode::new)
                        .toList());
    }
}
