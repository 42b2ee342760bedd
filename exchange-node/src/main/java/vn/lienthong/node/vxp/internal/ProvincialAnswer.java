package vn.lienthong.node.vxp.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers of the kit with what the provincial dialect adds: {@code success} and {@code message}. */
final class ProvincialAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProvincialAnswer() {}

    static byte[] of(byte[] answer) {
        JsonNode given = JSON.readTree(answer);
        ObjectNode out = JSON.createObjectNode()
                .put("success", given.path("ErrorCode").asString().equals("0"))
                .put("message", given.path("ErrorDesc").asString());
        given.properties().forEach(member -> out.set(member.getKey(), member.getValue()));
        return JSON.writeValueAsBytes(out);
    }

    static byte[] token(String token, Duration life) {
        ObjectNode out = JSON.createObjectNode()
                .put("success", true)
                .put("message", "")
                .put("status", "OK")
                .put("ErrorCode", "0")
                .put("ErrorDesc", "")
                .put("token", token)
                .put("expiresIn", life.toSeconds());
        out.set("data", JSON.createObjectNode().put("token", token));
        return JSON.writeValueAsBytes(out);
    }

    /** The answer up to the beginning of its one long text. */
    static byte[] beforeData() {
        return "{\"success\":true,\"message\":\"\",\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"\",\"data\":\""
                .getBytes(StandardCharsets.US_ASCII);
    }
}
