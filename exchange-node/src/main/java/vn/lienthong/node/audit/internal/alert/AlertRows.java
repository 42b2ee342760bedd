package vn.lienthong.node.audit.internal.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.database.Columns;

/** Alerts in the database. */
@Component
class AlertRows {

    private static final String COLUMNS =
            "alert_id, template, rule_name, severity, about, secrecy, state, owner, opened_at,"
                    + " last_at, count, last_event, test";

    private final JdbcClient database;

    AlertRows(JdbcClient database) {
        this.database = database;
    }

    /** Adds to the alert that is not closed; false when there is none. An event that was counted before is not counted again. */
    boolean add(Sha256 key, @Nullable EventId event, Instant at) {
        return database.sql("select count(*) from audit_alert where open_key = ?")
                                .param(key.bytes())
                                .query(Long.class)
                                .single()
                        > 0
                && (event == null || addTo(key, event, at));
    }

    private boolean addTo(Sha256 key, EventId event, Instant at) {
        database.sql("update audit_alert set count = count + 1, last_at = ?, last_event = ?"
                        + " where open_key = ? and (last_event is null or last_event < ?)")
                .params(Columns.of(at), event.octets(), key.bytes(), event.octets())
                .update();
        return true;
    }

    /** When the last alert of that key was closed; the beginning of time when none was. */
    Instant closed(Sha256 key) {
        return database.sql("select max(closed_at) from audit_alert where alert_key = ?")
                .param(key.bytes())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(Columns::instant)
                .orElse(Instant.EPOCH);
    }

    void insert(Alert alert, Sha256 key, boolean unique) {
        database.sql("insert into audit_alert (alert_id, alert_key, open_key, template, rule_name, severity, about,"
                        + " secrecy, state, owner, opened_at, last_at, count, last_event, test)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(values(alert, key, unique))
                .update();
    }

    private static List<@Nullable Object> values(Alert alert, Sha256 key, boolean unique) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Columns.octets(alert.id()));
        values.add(key.bytes());
        values.add(unique ? key.bytes() : null);
        values.add(alert.template().name());
        values.add(alert.rule());
        values.add(alert.severity().name());
        values.add(alert.about());
        values.add(alert.secrecy().number());
        values.add(alert.state().name());
        values.add(alert.owner());
        values.add(Columns.of(alert.openedAt()));
        values.add(Columns.of(alert.lastAt()));
        values.add(alert.count());
        values.add(alert.lastEvent() == null ? null : alert.lastEvent().octets());
        values.add(alert.test());
        return values;
    }

    /** How many events of the rule, up to a level of secrecy, there were since then, up to this many. */
    long count(RuleTemplate template, String about, Secrecy upTo, Instant since, int bound) {
        List<Object> values = new ArrayList<>();
        values.add(EventId.first(since).octets());
        values.add(upTo.number());
        template.triggers().stream().map(EventKind::action).forEach(values::add);
        String where = " where event_id >= ? and (secrecy is null or secrecy <= ?) and action in ("
                + String.join(", ", Collections.nCopies(template.triggers().size(), "?")) + ")";
        String column = switch (template.group()) {
            case ACTOR -> "actor";
            case ADDRESS -> "address";
            case OBJECT -> "object_id";
            case NONE -> "";
        };
        String index = column.isEmpty() ? "" : " force index (audit_by_" + column.replace("_id", "") + ")";
        if (!column.isEmpty()) {
            values.add(about);
        }
        return database.sql("select count(*) from (select 1 from audit_event" + index + where
                        + (column.isEmpty() ? "" : " and " + column + " = ?") + " limit " + bound + ") counted")
                .params(values)
                .query(Long.class)
                .single();
    }

    List<Alert> list(Set<AlertState> states, Secrecy sight, @Nullable UUID before, int limit) {
        List<Object> values =
                new ArrayList<>(states.stream().map(AlertState::name).toList());
        values.add(sight.number());
        String older = before == null ? "" : " and alert_id < ?";
        if (before != null) {
            values.add(Columns.octets(before));
        }
        return database.sql("select " + COLUMNS + " from audit_alert where state in ("
                        + String.join(", ", Collections.nCopies(states.size(), "?")) + ") and secrecy <= ?" + older
                        + " order by alert_id desc limit " + limit)
                .params(values)
                .query((row, _) -> alert(row, List.of()))
                .list();
    }

    long open(Secrecy sight, int bound) {
        return database.sql("select count(*) from (select 1 from audit_alert where state <> 'CLOSED' and secrecy <= ?"
                        + " limit " + bound + ") counted")
                .param(sight.number())
                .query(Long.class)
                .single();
    }

    Optional<Alert> find(UUID id, boolean lock) {
        List<Alert.Note> notes = database.sql(
                        "select at, officer, state, note from audit_alert_note where alert_id = ? order by note_id")
                .param(Columns.octets(id))
                .query((row, _) -> new Alert.Note(
                        instant(row, "at"),
                        row.getString("officer"),
                        AlertState.valueOf(row.getString("state")),
                        row.getString("note")))
                .list();
        return database.sql("select " + COLUMNS + " from audit_alert where alert_id = ?" + (lock ? " for update" : ""))
                .param(Columns.octets(id))
                .query((row, _) -> alert(row, notes))
                .optional();
    }

    void move(UUID id, AlertState to, String officer, String note, Instant now) {
        boolean closed = to == AlertState.CLOSED;
        database.sql("update audit_alert set state = ?, owner = ?, closed_at = if(?, ?, null),"
                        + " open_key = if(?, null, open_key) where alert_id = ?")
                .params(to.name(), officer, closed, Columns.of(now), closed, Columns.octets(id))
                .update();
        database.sql("insert into audit_alert_note (alert_id, at, officer, state, note) values (?, ?, ?, ?, ?)")
                .params(Columns.octets(id), Columns.of(now), officer, to.name(), note)
                .update();
    }

    private static Alert alert(ResultSet row, List<Alert.Note> notes) throws SQLException {
        RuleTemplate template = RuleTemplate.valueOf(row.getString("template"));
        byte @Nullable [] last = row.getBytes("last_event");
        @Nullable String severity = row.getString("severity");
        return new Alert(
                Columns.uuid(row.getBytes("alert_id")),
                template,
                row.getString("rule_name"),
                severity == null ? template.severity() : Severity.valueOf(severity),
                Objects.requireNonNullElse(row.getString("about"), ""),
                Secrecy.of(row.getInt("secrecy")),
                AlertState.valueOf(row.getString("state")),
                row.getString("owner"),
                instant(row, "opened_at"),
                instant(row, "last_at"),
                row.getLong("count"),
                last == null ? null : EventId.of(last),
                row.getBoolean("test"),
                notes);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Columns.instant(Objects.requireNonNull(row.getObject(column, LocalDateTime.class)));
    }
}
