package vn.lienthong.node.audit.internal.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.audit.internal.Times;
import vn.lienthong.node.audit.search.FoundEvent;

/** One JSON object per line; what is not known is left out. */
final class JsonFormat implements EventFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String line(FoundEvent event) {
        return JSON.writeValueAsString(members(event));
    }

    static Map<String, Object> members(FoundEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "eventId", event.id());
        put(members, "time", Times.text(event.at()));
        put(members, "action", event.action());
        put(members, "severity", event.severity());
        put(members, "outcome", event.outcome());
        put(members, "reason", event.reason());
        put(members, "actor", event.actor());
        put(members, "role", event.role());
        put(members, "objectKind", event.objectKind());
        put(members, "objectId", event.objectId());
        put(members, "secrecy", event.secrecy());
        put(members, "channel", event.channel());
        put(members, "address", event.address());
        put(members, "correlationId", event.correlationId());
        return members;
    }

    static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value instanceof Number ? value : value.toString());
        }
    }
}
