package vn.lienthong.node.audit.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent;

/** The security events to which entries of the log commit. */
@Component
class EventContent implements LoggedContent {

    private static final String HELD = "select e.event_id, e.log_entry, e.occurred_at, e.action, e.severity, e.outcome,"
            + " e.channel, e.secrecy, e.actor, e.actor_role, e.object_kind, e.object_id, e.reason, e.correlation_id,"
            + " e.address, o.octets, p.salt, p.octets private_octets from audit_event e"
            + " left join audit_octets o on o.event_id = e.event_id"
            + " left join audit_private p on p.event_id = e.event_id";

    private final JdbcClient database;

    EventContent(JdbcClient database) {
        this.database = database;
    }

    @Override
    public LogCommitment.Kind kind() {
        return LogCommitment.Kind.EVENT;
    }

    @Override
    public Map<LogEntryId, Sha256> digests(Collection<LogEntryId> entries) {
        Map<LogEntryId, Sha256> digests = new HashMap<>();
        if (entries.isEmpty()) {
            return digests;
        }
        database.sql("select e.log_entry, o.octets from audit_event e join audit_octets o on o.event_id = e.event_id"
                        + " where e.log_entry in (" + String.join(",", Collections.nCopies(entries.size(), "?")) + ")")
                .params(entries.stream()
                        .map(entry -> Columns.octets(entry.value()))
                        .toList())
                .query(row -> {
                    digests.put(new LogEntryId(Columns.uuid(row.getBytes(1))), Sha256.of(row.getBytes(2)));
                });
        return digests;
    }

    @Override
    public List<Held> after(@Nullable UUID last, int limit) {
        byte[] from = last == null ? new byte[0] : Columns.octets(last);
        return database.sql(HELD + " where e.event_id > ? order by e.event_id limit " + limit)
                .param(from)
                .query((row, _) -> EventRowCheck.held(row))
                .list();
    }
}
