package vn.lienthong.node.audit.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;

/** Writes events: row, private part and entry of the log, in the caller's transaction. */
@Component
class EventRows {

    private static final String EVENT =
            "insert into audit_event (event_id, occurred_at, action, severity, outcome, channel,"
                    + " secrecy, actor, actor_role, object_kind, object_id, reason, correlation_id, address, log_entry)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OCTETS = "insert into audit_octets (event_id, octets) values (?, ?)";
    private static final String PRIVATE =
            "insert into audit_private (event_id, retention, salt, octets) values (?, ?, ?, ?)";

    private static final String SPOOL = "insert into audit_shipment (event_id) values (?)";

    private final JdbcTemplate database;
    private final LogBook log;
    private final boolean shipped;
    private final Secrecy shippedUpTo;

    EventRows(
            JdbcTemplate database,
            LogBook log,
            @Value("${lienthong.audit.syslog.host:}") String collector,
            @Value("${lienthong.audit.syslog.secrecy:ORDINARY}") Secrecy shippedUpTo) {
        this.database = database;
        this.log = log;
        this.shipped = !collector.isEmpty();
        this.shippedUpTo = shippedUpTo;
    }

    void insert(List<PreparedEvent> events) {
        List<LogEntryId> entries = log.appendAll(
                LogName.EVENTS,
                LogEntryKind.SECURITY_EVENT,
                events.stream().map(EventRows::commitment).toList());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<List<@Nullable Object>> octets = new ArrayList<>();
        List<List<@Nullable Object>> privateRows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            rows.add(row(events.get(i), entries.get(i)));
            octets.add(Arrays.<@Nullable Object>asList(
                    events.get(i).id().octets(), events.get(i).entry().toByteArray()));
            privateRow(events.get(i)).ifPresent(privateRows::add);
        }
        write(EVENT, rows);
        write(OCTETS, octets);
        write(PRIVATE, privateRows);
        if (shipped) {
            write(
                    SPOOL,
                    events.stream().filter(this::leaves).map(EventRows::name).toList());
        }
    }

    private void write(String statement, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            database.batchUpdate(statement, rows, rows.size(), EventRows::set);
        }
    }

    /** The log is public; what happened here is not. */
    private static byte[] commitment(PreparedEvent event) {
        return WireFormats.LOG_COMMITMENT.encode(
                new LogCommitment(LogCommitment.Kind.EVENT, event.entry().sha256()));
    }

    /** Who reads what reached the collector is not known here. */
    private boolean leaves(PreparedEvent prepared) {
        @Nullable EventObject object = prepared.event().object();
        return object == null || object.secrecy() == null || object.secrecy() <= shippedUpTo.number();
    }

    private static List<@Nullable Object> name(PreparedEvent prepared) {
        return Collections.<@Nullable Object>singletonList(prepared.id().octets());
    }

    private static void set(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static List<@Nullable Object> row(PreparedEvent prepared, LogEntryId entry) {
        Actor actor = prepared.event().actor() == null
                ? Actor.system()
                : prepared.event().actor();
        Origin origin = prepared.event().origin() == null
                ? Origin.here()
                : prepared.event().origin();
        @Nullable EventObject object = prepared.event().object();
        return Arrays.<@Nullable Object>asList(
                prepared.id().octets(),
                Columns.of(prepared.at()),
                prepared.event().kind().action(),
                prepared.event().kind().severity().name(),
                prepared.event().outcome().name(),
                origin.channel().name(),
                object == null ? null : object.secrecy(),
                actor.reference(),
                actor.role(),
                object == null ? null : object.kind().name(),
                object == null ? null : object.id(),
                prepared.event().reason(),
                origin.correlationId(),
                origin.address(),
                Columns.octets(entry.value()));
    }

    private static Optional<List<@Nullable Object>> privateRow(PreparedEvent prepared) {
        @Nullable PrivatePart part = prepared.privatePart();
        if (part == null) {
            return Optional.empty();
        }
        String retention = prepared.event().kind().about().retention().name();
        return Optional.of(Arrays.<@Nullable Object>asList(
                prepared.id().octets(),
                retention,
                part.salt().toByteArray(),
                part.octets().toByteArray()));
    }
}
