package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;

/** A system that speaks REST. */
final class RestDoor implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "ranh-gioi-5c1d";

    private final HttpClient http;
    private final String origin;
    private final String key;
    private final Map<String, String> parcels = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();

    RestDoor(HttpClient http, String origin, String key) {
        this.http = http;
        this.origin = origin;
        this.key = key;
    }

    /** What REST and folders are told about a letter. */
    static String metadata(Letter letter, List<AgencyCode> recipients) {
        var document = JSON.createObjectNode()
                .put("codeNumber", letter.number())
                .put("codeNotation", Letter.NOTATION)
                .put("typeName", Letter.TYPE)
                .put("subject", Letter.SUBJECT)
                .put("promulgationPlace", Letter.PLACE)
                .put("promulgationDate", Letter.DATE)
                .put("urgency", Letter.URGENCY);
        document.set("signer", JSON.createObjectNode().put("fullName", Letter.SIGNER));
        var metadata = JSON.createObjectNode();
        recipients.forEach(one -> metadata.withArray("recipients").add(one.value()));
        metadata.set("document", document);
        return metadata.toString();
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(
                form,
                "name=\"metadata\"",
                "application/json",
                metadata(letter, recipients).getBytes(StandardCharsets.UTF_8));
        letter.files()
                .forEach((name, octets) ->
                        part(form, "name=\"file\"; filename=\"" + name + "\"", "application/octet-stream", octets));
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        JsonNode sent = json(request("/api/v1/dispatches")
                .header("Idempotency-Key", "matrix-" + letter.number())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
        remember(letter.number(), sent.path("parcelId").asString());
    }

    private static void part(ByteArrayOutputStream form, String disposition, String type, byte[] octets) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(octets);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Letter.Seen take(String number) throws IOException, InterruptedException {
        String entry = entry(number);
        JsonNode lease = lease(entry);
        String leaseId = lease.path("leaseId").asString();
        Map<String, String> files = new HashMap<>();
        for (JsonNode file : lease.path("files")) {
            byte[] octets = octets(request("/api/v1/inbox/" + entry + "/files/"
                            + file.path("number").asInt())
                    .header("Lienthong-Lease", leaseId));
            files.put(file.path("name").asString(), Sha512.of(octets).hex());
        }
        acknowledge(number, entry, leaseId);
        return seen(lease.path("document"), files);
    }

    JsonNode lease(String entry) throws IOException, InterruptedException {
        return json(post("/api/v1/inbox/" + entry + "/lease", "{}", "lease-" + entry));
    }

    /** Takes an entry over, with the digest of the package that it fetches. */
    void acknowledge(String number, String entry, String leaseId) throws IOException, InterruptedException {
        byte[] whole = octets(request("/api/v1/inbox/" + entry + "/package").header("Lienthong-Lease", leaseId));
        String taken = JSON.createObjectNode()
                .put("leaseId", leaseId)
                .put("packageSha512", Sha512.of(whole).hex())
                .toString();
        JsonNode done = json(post("/api/v1/inbox/" + entry + "/acknowledgement", taken, "ack-" + entry));
        assertThat(done.isObject()).isTrue();
        entries.put(number, entry);
    }

    /** Which parcel a letter has become. */
    void remember(String number, String parcel) {
        parcels.put(number, parcel);
    }

    /** The description of a document in JSON, as REST and folders give it. */
    static Letter.Seen seen(JsonNode document, Map<String, String> files) {
        return new Letter.Seen(
                document.path("codeNumber").asString(),
                document.path("codeNotation").asString(),
                document.path("subject").asString(),
                document.path("typeName").asString(),
                document.path("promulgationDate").asString(),
                document.path("signer").path("fullName").asString(),
                document.path("urgency").asString(),
                files);
    }

    String entry(String number) throws IOException, InterruptedException {
        for (int i = 0; i < Patience.TURNS; i++) {
            for (JsonNode entry :
                    json(request("/api/v1/inbox?wait=5&pageSize=100")).path("entries")) {
                if (entry.path("document").path("codeNumber").asString().equals(number)) {
                    return entry.path("entryId").asString();
                }
            }
            Patience.rest();
        }
        throw new AssertionError("number " + number + " does not arrive");
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException {
        String entry = Objects.requireNonNull(entries.get(number));
        JsonNode stated =
                json(post("/api/v1/inbox/" + entry + "/status", "{\"status\":\"" + code + "\"}", code + "-" + entry));
        assertThat(stated.path("status").asString()).isEqualTo(code);
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException {
        JsonNode known = json(request("/api/v1/dispatches/" + parcels.get(number) + "/statements"));
        for (JsonNode one : known.path("recipients")) {
            boolean said = one.path("statements")
                    .valueStream()
                    .anyMatch(statement -> statement.path("status").asString().equals(code));
            if (said && one.path("recipient").asString().equals(recipient.value())) {
                return true;
            }
        }
        return false;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder post(String path, String body, String idempotencyKey) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body));
    }

    JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(octets(request));
    }

    byte[] octets(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isBetween(200, 299);
        return answer.body();
    }
}
