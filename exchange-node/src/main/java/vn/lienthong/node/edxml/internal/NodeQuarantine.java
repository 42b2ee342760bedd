package vn.lienthong.node.edxml.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.InNodeRole;

/** One row per item that failed; counting, putting aside and the security event are one transaction. */
@InNodeRole
@Component
class NodeQuarantine implements Quarantine {

    private static final int LONGEST = 400;
    private static final int MOST = 200;
    private static final String NOBODY = "-";

    private final JdbcClient database;
    private final AuditTrail trail;
    private final Parties parties;
    private final InstantSource clock;

    NodeQuarantine(JdbcClient database, AuditTrail trail, Parties parties, InstantSource clock) {
        this.database = database;
        this.trail = trail;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Failing failed(Item item, String door, String reason) {
        return count(item, door, reason, TRIES);
    }

    @Override
    @Transactional
    public Failing unwritable(Item item, String door, String reason) {
        return count(item, door, reason, 1);
    }

    private Failing count(Item item, String door, String reason, int tries) {
        insert(item, door);
        int _ = database.sql("update door_failure set failures = failures + 1, door = ?, reason = ?, last_at = ?"
                        + " where item = ?")
                .params(
                        door,
                        Sayings.shortened(reason.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST),
                        Columns.of(clock.instant()),
                        name(item))
                .update();
        boolean nowAside = database.sql("update door_failure set aside_since = ? where item = ? and failures >= ?"
                                + " and aside_since is null")
                        .params(Columns.of(clock.instant()), name(item), tries)
                        .update()
                == 1;
        Failing failing = find(item);
        if (nowAside) {
            var _ = trail.record(SecurityEvent.of(EventKind.DOOR_QUARANTINE)
                    .on(EventObject.of(EventObject.Kind.AGENCY, item.agency()))
                    .with("item", name(item).toLowerCase(Locale.ROOT))
                    .with("door", door)
                    .with("failures", failing.failures()));
        }
        return failing;
    }

    private void insert(Item item, String door) {
        int _ = database.sql("insert ignore into door_failure (agency, entry_id, statement_id, item, door, failures,"
                        + " reason, last_at) values (:agency, :entry, :statement, :item, :door, 0, '', :at)")
                .param("agency", item.agency().value())
                .param("entry", item instanceof Item.Entry entry ? entry.entryId() : null)
                .param(
                        "statement",
                        item instanceof Item.Statement statement
                                ? Columns.octets(statement.statement().value())
                                : null)
                .param("item", name(item))
                .param("door", door)
                .param("at", Columns.of(clock.instant()))
                .update();
    }

    /** One name per item; a statement between two agencies of this node is taken by one of them only. */
    private static String name(Item item) {
        return switch (item) {
            case Item.Entry entry -> "E" + entry.entryId();
            case Item.Statement statement -> "S" + statement.statement();
        };
    }

    private Failing find(Item item) {
        return database.sql("select * from door_failure where item = ?")
                .param(name(item))
                .query((row, _) -> failing(row))
                .single();
    }

    @Override
    @Transactional
    public void taken(Item item) {
        int _ = database.sql("delete from door_failure where item = ?")
                .param(name(item))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Item> aside(Set<AgencyCode> agencies) {
        return database
                .sql("select * from door_failure where agency in (:codes) and aside_since is not null")
                .param("codes", codes(agencies))
                .query((row, _) -> failing(row).item())
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Failing> waiting(Set<AgencyCode> agencies, int limit) {
        return database.sql("select * from door_failure where agency in (:codes) and aside_since is not null"
                        + " order by aside_since desc, failure_id desc limit :most")
                .param("codes", codes(agencies))
                .param("most", Math.clamp(limit, 1, MOST))
                .query((row, _) -> failing(row))
                .list();
    }

    @Override
    @Transactional
    public boolean release(Set<AgencyCode> agencies, long id) {
        boolean released = database.sql("delete from door_failure where failure_id = :id and agency in (:codes)"
                                + " and aside_since is not null")
                        .param("id", id)
                        .param("codes", codes(agencies))
                        .update()
                == 1;
        if (released) {
            var _ = trail.record(SecurityEvent.of(EventKind.DOOR_RELEASE).with("item", id));
        }
        return released;
    }

    private List<String> codes(Collection<AgencyCode> agencies) {
        List<String> all =
                parties.allCodes(agencies).stream().map(AgencyCode::value).toList();
        return all.isEmpty() ? List.of(NOBODY) : all;
    }

    private static Failing failing(ResultSet row) throws SQLException {
        AgencyCode agency = new AgencyCode(row.getString("agency"));
        byte[] statement = row.getBytes("statement_id");
        Item item = statement == null
                ? new Item.Entry(agency, row.getLong("entry_id"))
                : new Item.Statement(agency, new StatementId(Columns.uuid(statement)));
        return new Failing(
                row.getLong("failure_id"),
                item,
                row.getString("door"),
                row.getInt("failures"),
                row.getString("reason"),
                Columns.instantOrNull(row, "aside_since"),
                Columns.instant(row, "last_at"));
    }
}
