package vn.lienthong.node.audit.internal.export;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.FoundEvent;

/** Open Cybersecurity Schema Framework, version 1.3.0. What it has no place for is under {@code unmapped}. */
final class OcsfFormat implements EventFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BASE = 0;
    private static final int OTHER = 99;
    private static final int PER_CATEGORY = 1000;
    private static final int PER_CLASS = 100;

    private final String version;

    OcsfFormat(String version) {
        this.version = version;
    }

    @Override
    public String line(FoundEvent event) {
        int type = EventKind.of(event.action()).map(kind -> kind.about().ocsf()).orElse(BASE);
        int activity = activity(event.action());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("class_uid", type);
        members.put("category_uid", type / PER_CATEGORY);
        members.put("activity_id", activity);
        members.put("type_uid", type * PER_CLASS + activity);
        members.put("time", event.at().toEpochMilli());
        members.put("severity_id", severity(event.severity()));
        members.put("status_id", event.outcome() == Outcome.SUCCESS ? 1 : 2);
        JsonFormat.put(members, "status_detail", event.reason());
        members.put("message", event.words(Locale.ENGLISH));
        members.put("metadata", metadata(event));
        members.put("actor", Map.of("user", Map.of("uid", event.actor(), "type_id", OTHER)));
        if (event.address() != null) {
            members.put("src_endpoint", Map.of("ip", event.address()));
        }
        members.put("unmapped", unmapped(event));
        return JSON.writeValueAsString(members);
    }

    private Map<String, Object> metadata(FoundEvent event) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("name", "exchange-node");
        product.put("vendor_name", "Liên thông");
        product.put("version", version);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("version", "1.3.0");
        metadata.put("product", product);
        metadata.put("uid", event.id().toString());
        metadata.put("event_code", event.action());
        JsonFormat.put(metadata, "correlation_uid", event.correlationId());
        return metadata;
    }

    private static Map<String, Object> unmapped(FoundEvent event) {
        Map<String, Object> unmapped = new LinkedHashMap<>();
        JsonFormat.put(unmapped, "outcome", event.outcome());
        JsonFormat.put(unmapped, "channel", event.channel());
        JsonFormat.put(unmapped, "role", event.role());
        JsonFormat.put(unmapped, "object_kind", event.objectKind());
        JsonFormat.put(unmapped, "object_id", event.objectId());
        JsonFormat.put(unmapped, "secrecy", event.secrecy());
        return unmapped;
    }

    /** Logon and logoff, create, enable, password change, disable: the activities that the classes name. */
    private static int activity(String action) {
        return switch (action) {
            case "session.start", "session.refuse", "account.create" -> 1;
            case "session.end", "session.expire", "account.enable" -> 2;
            case "account.password" -> 3;
            case "account.disable" -> 5;
            default -> OTHER;
        };
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case NOTICE -> 2;
            case WARNING -> 3;
            case CRITICAL -> 5;
        };
    }
}
