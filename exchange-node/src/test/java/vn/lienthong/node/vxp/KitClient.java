package vn.lienthong.node.vxp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.core.value.Sha256;

/**
 * A system that calls the door as the national kit does, faults included: one time for the life of the object, headers of earlier
 * calls sent again, a form that says it is plain octets, digests without leading zeros.
 */
public final class KitClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("ddMMyyyy'T'HHmmss'+0123'", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String BOUNDARY = "===1763791815123===";

    private final HttpClient http;
    private final String endpoint;
    private final String secret;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A system with its name and secret. */
    public KitClient(HttpClient http, String endpoint, String systemId, String secret, Instant now) {
        this.http = http;
        this.endpoint = endpoint;
        this.secret = secret;
        headers.put("timestamp", TIME.format(now));
        headers.put("systemid", systemId);
    }

    /** Sends something else under a name from now on, as after a fault or an attack. */
    KitClient with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Calls an operation with parameters. */
    public JsonNode call(String operation, Map<String, String> parameters) throws IOException, InterruptedException {
        headers.put("Content-Type", "application/json");
        headers.putAll(parameters);
        HttpRequest.Builder request = signed(operation, headers).POST(BodyPublishers.ofString("{}"));
        return json(http.send(request.build(), BodyHandlers.ofString()));
    }

    /** Sends a message. */
    public JsonNode send(String from, String messageType, byte[] message) throws IOException, InterruptedException {
        return send(from, messageType, message, unpadded(message));
    }

    JsonNode send(String from, String messageType, byte[] message, String digest)
            throws IOException, InterruptedException {
        headers.put("Content-Type", "application/octet-stream");
        headers.putAll(Map.of("from", from, "servicetype", "eDoc", "messagetype", messageType, "hash-file", digest));
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"file_doc\"; filename=\"file_doc\"\r\n"
                        + "Content-Type: application/octet-stream\r\n"
                        + "Content-Transfer-Encoding: binary\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(message);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpRequest.Builder request = signed("sendEdoc", headers).POST(BodyPublishers.ofByteArray(form.toByteArray()));
        return json(http.send(request.build(), BodyHandlers.ofString()));
    }

    /** Fetches a message as octets; nothing when there is none. */
    byte[] download(String docId) throws IOException, InterruptedException {
        headers.put("docId", docId);
        return http.send(signed("downloadEdoc", headers).GET().build(), BodyHandlers.ofByteArray())
                .body();
    }

    /** Fetches a message and decodes it. */
    public String edoc(String docId) throws IOException, InterruptedException {
        JsonNode answer = call("getEdoc", Map.of("docId", docId, "filePath", "d:/test"));
        return answer.path("status").asString().equals("FAIL")
                ? answer.path("ErrorDesc").asString()
                : new String(Base64.getDecoder().decode(answer.path("data").asString()), StandardCharsets.UTF_8);
    }

    /** What waits. */
    public JsonNode list(String messageType) throws IOException, InterruptedException {
        JsonNode answer = call("getReceivedEdocList", Map.of("servicetype", "eDoc", "messagetype", messageType));
        if (!answer.path("ErrorCode").asString().equals("0")) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("data");
    }

    /** Tells what became of something. */
    public JsonNode update(String docId, String status) throws IOException, InterruptedException {
        return call("updateStatus", Map.of("docId", docId, "status", status));
    }

    private HttpRequest.Builder signed(String operation, Map<String, String> all) {
        ObjectNode text = JSON.createObjectNode();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + "/" + operation));
        all.forEach((name, value) -> {
            text.put("XroadVnpt-" + name, value);
            request.header("XroadVnpt-" + name, value);
        });
        if (all.containsKey("Content-Type")) {
            request.header("Content-Type", all.get("Content-Type"));
        }
        String signed = text.toString();
        return request.header("XroadVnpt-sign-header-key", String.join(";", all.keySet()))
                .header("XroadVnpt-sign-header", signed)
                .header("XroadVnpt-hash-header", hmac(signed))
                .header("XroadVnpt-version", "3.0.201608")
                .header("User-Agent", "JAVASDKAgent/1.0.0 XRoad/VPCP");
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String unpadded(byte[] message) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : Sha256.of(message).bytes()) {
            hex.append(Integer.toHexString(octet & 0xff));
        }
        return hex.toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
