package vn.lienthong.node.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LoggedContent.Held;

/**
 * Holds the columns of an event, by which it is found and shown, against its octets, to which the log commits: who edits only the
 * columns hides an event as well as who edits the octets.
 */
final class EventRowCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NONE = "-";

    private EventRowCheck() {}

    static Held held(ResultSet row) throws SQLException {
        UUID name = Columns.uuid(row.getBytes("event_id"));
        byte[] octets = Objects.requireNonNullElse(row.getBytes("octets"), new byte[0]);
        return new Held(name, true, entry(row), Sha256.of(octets), fault(name, row, octets));
    }

    private static @Nullable LogEntryId entry(ResultSet row) throws SQLException {
        try {
            return new LogEntryId(Columns.uuid(row.getBytes("log_entry")));
        } catch (IllegalArgumentException noEntry) {
            return null;
        }
    }

    private static @Nullable String fault(UUID name, ResultSet row, byte[] octets) throws SQLException {
        try {
            JsonNode told = JSON.readTree(octets);
            for (Map.Entry<String, String> column : columns(name, told).entrySet()) {
                if (!column.getValue().equals(shown(row, column.getKey()))) {
                    return "the column " + column.getKey() + " is not what the event says";
                }
            }
            return privateFault(row, told);
        } catch (JacksonException notJson) {
            return "the octets of the event are gone or are none";
        } catch (IllegalArgumentException unknown) {
            return "the octets of the event are not of the catalogue";
        }
    }

    private static Map<String, String> columns(UUID name, JsonNode told) {
        JsonNode actor = told.path("actor");
        JsonNode object = told.path("object");
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("event_id", told.path("eventId").asString("").equals(name.toString()) ? name.toString() : "");
        columns.put("occurred_at", told.path("time").asString(""));
        columns.put("action", told.path("action").asString(""));
        columns.put("severity", told.path("severity").asString(""));
        columns.put("outcome", told.path("outcome").asString(""));
        columns.put("channel", told.path("channel").asString(""));
        columns.put("secrecy", text(object, "secrecy"));
        columns.put("actor", reference(actor));
        columns.put("actor_role", text(actor, "role"));
        columns.put("object_kind", text(object, "kind"));
        columns.put("object_id", text(object, "id"));
        columns.put("reason", text(told, "reason"));
        columns.put("correlation_id", text(told, "correlationId"));
        return columns;
    }

    private static String reference(JsonNode actor) {
        if (actor.isMissingNode()) {
            return Actor.system().reference();
        }
        Actor.Kind kind = Actor.Kind.valueOf(text(actor, "kind"));
        return new Actor(kind, Objects.requireNonNullElse(text(actor, "id"), NONE), null, null, null).reference();
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }

    private static String shown(ResultSet row, String column) throws SQLException {
        return switch (column) {
            case "event_id" -> Columns.uuid(row.getBytes(column)).toString();
            case "occurred_at" ->
                Times.text(Columns.instant(Objects.requireNonNull(row.getObject(column, LocalDateTime.class))));
            default -> Objects.requireNonNullElse(row.getString(column), "");
        };
    }

    /** An erased private part is no fault; one that is there must be the one to which the event is bound. */
    private static @Nullable String privateFault(ResultSet row, JsonNode told) throws SQLException {
        byte[] salt = row.getBytes("salt");
        byte[] octets = row.getBytes("private_octets");
        String address = row.getString("address");
        if (salt == null || octets == null) {
            return address == null ? null : "there is an address without the private part";
        }
        if (!Sha256.ofParts(salt, octets).hex().equals(text(told, "privateSha256"))) {
            return "the private part is not the one of the event";
        }
        String known = text(JSON.readTree(octets), "address");
        return known.equals(Objects.requireNonNullElse(address, ""))
                ? null
                : "the column address is not what the event says";
    }
}
