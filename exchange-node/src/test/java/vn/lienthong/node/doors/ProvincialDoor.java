package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;

/** A system that was written for a provincial platform: a token, forms, {@code success} in every answer. */
final class ProvincialDoor implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "ranh-gioi-91aa";

    private final HttpClient http;
    private final String root;
    private final AgencyCode agency;
    private final String secret;
    private final Set<String> heard = new HashSet<>();

    ProvincialDoor(HttpClient http, String root, AgencyCode agency, String secret) {
        this.http = http;
        this.root = root;
        this.agency = agency;
        this.secret = secret;
    }

    private String token() throws IOException, InterruptedException {
        String login = JSON.createObjectNode()
                .put("systemid", agency.value())
                .put("secretkey", secret)
                .toString();
        return call(HttpRequest.newBuilder(URI.create(root + "/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(login)))
                .path("token")
                .asString();
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token());
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(
                http.send(request.build(), BodyHandlers.ofString()).body());
        assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
        return answer;
    }

    @Override
    public void send(Letter letter, List<AgencyCode> recipients) throws IOException, InterruptedException {
        form("edoc", GatewayDoor.message(agency, letter, recipients));
    }

    private void form(String messageType, byte[] message) throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"messageType\"\r\n\r\n" + messageType
                                + "\r\n--" + BOUNDARY
                                + "\r\n"
                                + "Content-Disposition: form-data; name=\"edocFile\"; filename=\"van-ban.edxml\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(message);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        JsonNode sent = call(request("/sendEdoc")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
        assertThat(sent.path("DocId").asString()).as(sent.toString()).isNotEmpty();
    }

    private JsonNode list(String messageType) throws IOException, InterruptedException {
        return call(request(
                        "/syncReceivedEdocList?messageType=" + messageType + "&fromDate=2026/01/01&toDate=2099/12/31"))
                .path("data");
    }

    private String message(String docId) throws IOException, InterruptedException {
        String data = call(request("/getEdoc?docId=" + docId)).path("data").asString();
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }

    private void done(String docId) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("docId", docId)
                .put("status", "done")
                .toString();
        JsonNode answer = call(request("/updateStatus")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.path("ErrorCode").asString()).isEqualTo("0");
    }

    @Override
    public Letter.Seen take(String number) throws IOException, InterruptedException {
        Set<String> others = new HashSet<>();
        for (int i = 0; i < Patience.TURNS; i++) {
            for (JsonNode row : list("edoc")) {
                String docId = row.path("docId").asString();
                if (others.add(docId)) {
                    Letter.Seen seen = GatewayDoor.read(message(docId));
                    if (seen.number().equals(number)) {
                        done(docId);
                        return seen;
                    }
                }
            }
            Patience.rest();
        }
        throw new AssertionError("number " + number + " does not arrive");
    }

    @Override
    public void state(String number, AgencyCode sender, String code) throws IOException, InterruptedException {
        form("status", GatewayDoor.status(agency, number, sender, code));
    }

    @Override
    public boolean hasHeard(String number, AgencyCode recipient, String code) throws IOException, InterruptedException {
        for (JsonNode row : list("status")) {
            String docId = row.path("docId").asString();
            heard.add(GatewayDoor.sentence(message(docId)));
            done(docId);
        }
        return heard.contains(recipient + " " + number + "/" + Letter.NOTATION + " " + code);
    }
}
