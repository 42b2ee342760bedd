package vn.lienthong.node.vxp.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers in the shape that the kit reads: {@code status}, {@code ErrorCode} and {@code ErrorDesc} as texts in every one of them. A
 * member without a value is left out, because the kit stumbles over null.
 */
final class VxpAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VxpAnswer() {}

    static byte[] fault(VxpFault fault) {
        return octets(base("FAIL", fault.code(), fault.description()));
    }

    /** As {@link #fault}; the kit reads the identifier before it looks at the code. */
    static byte[] faultOfSending(VxpFault fault) {
        return octets(base("FAIL", fault.code(), fault.description()).put("DocId", ""));
    }

    static byte[] sent(String docId, String words) {
        return octets(base("OK", "0", words).put("DocId", docId));
    }

    static byte[] done(String words) {
        return octets(base("OK", "0", words));
    }

    static byte[] count(int count) {
        return octets(base("OK", "0", "").put("count", count));
    }

    /** A list of flat objects; texts, whole numbers and truth values as they are. */
    static byte[] list(List<Map<String, Object>> rows) {
        ObjectNode answer = base("OK", "0", "");
        ArrayNode data = answer.putArray("data");
        for (Map<String, Object> row : rows) {
            ObjectNode object = data.addObject();
            row.forEach((name, value) -> put(object, name, value));
        }
        return octets(answer);
    }

    private static void put(ObjectNode object, String name, Object value) {
        switch (value) {
            case Integer number -> object.put(name, number);
            case Long number -> object.put(name, number);
            case Boolean truth -> object.put(name, truth);
            default -> object.put(name, value.toString());
        }
    }

    /** The answer up to the beginning of its one long text. */
    static byte[] beforeData() {
        return "{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"\",\"data\":\""
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The rest of it. */
    static byte[] afterData() {
        return "\"}".getBytes(StandardCharsets.US_ASCII);
    }

    private static ObjectNode base(String status, String code, String words) {
        return JSON.createObjectNode()
                .put("status", status)
                .put("ErrorCode", code)
                .put("ErrorDesc", words);
    }

    private static byte[] octets(ObjectNode answer) {
        return JSON.writeValueAsBytes(answer);
    }
}
