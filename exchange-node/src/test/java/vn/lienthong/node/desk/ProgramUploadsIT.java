package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.desk.DeskClient.ok;
import static vn.lienthong.node.desk.DeskClient.refused;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramUploadsIT {
    private static final AgencyCode SENDER = new AgencyCode("H61.10");
    private static final AgencyCode NEIGHBOUR = new AgencyCode("H61.11");
    private static final String FILES = "/api/v1/files";
    private static final byte[] CONTENT = "%PDF-1.7 nội dung thử\n".repeat(400).getBytes(StandardCharsets.UTF_8);

    private final DeskClient client;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final String sending;

    @Autowired
    ProgramUploadsIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys keys,
            InstantSource clock,
            TestDirectory directory,
            TimeOrderedIds ids) {
        HttpClient http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.client = new DeskClient(http, "https://127.0.0.1:" + ports.api(), keys, clock);
        this.directory = directory;
        this.ids = ids;
        this.sending = client.key(SENDER, ApiScope.SUBMIT);
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        var _ = directory.host(SENDER);
        var _ = directory.host(NEIGHBOUR);
    }

    private HttpRequest.Builder tus(String path) {
        return HttpRequest.newBuilder(URI.create(client.origin() + path))
                .header("Authorization", "Bearer " + sending)
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.http().send(request.build(), BodyHandlers.ofString());
    }

    private static String metadata(String name, Sha256 digest) {
        Base64.Encoder base64 = Base64.getEncoder();
        return "filename " + base64.encodeToString(name.getBytes(StandardCharsets.UTF_8)) + ",filetype "
                + base64.encodeToString("application/pdf".getBytes(StandardCharsets.UTF_8)) + ",sha256 "
                + base64.encodeToString(digest.hex().getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> begin(String name, long size, Sha256 digest) throws IOException, InterruptedException {
        return send(tus(FILES)
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", metadata(name, digest))
                .POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> part(String location, long offset, byte[] octets, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = tus(location)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(octets));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String location(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow();
    }

    private String uploaded(byte[] content) throws IOException, InterruptedException {
        String location = location(begin("cong-van.pdf", content.length, Sha256.of(content)));
        assertThat(part(location, 0, content).statusCode()).isEqualTo(204);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private byte[] fresh() {
        return (ids.next() + "%PDF").getBytes(StandardCharsets.UTF_8);
    }

    private String body(String number, String file, String more) {
        return "{\"recipients\":[\"H61.11\"],\"files\":[\"" + file + "\"]," + more
                + "\"document\":{\"codeNumber\":\"" + number + "\",\"codeNotation\":\"CV-VP\","
                + "\"promulgationDate\":\"2026-11-20\",\"subject\":\"Thử gửi hai bước\"}}";
    }

    private HttpResponse<String> order(String apiKey, String key, String body)
            throws IOException, InterruptedException {
        return client.http()
                .send(
                        HttpRequest.newBuilder(URI.create(client.origin() + "/api/v1/dispatches"))
                                .header("Authorization", "Bearer " + apiKey)
                                .header("Idempotency-Key", key)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpResponse<String> order(String body) throws IOException, InterruptedException {
        return order(sending, ids.next().toString(), body);
    }

    private JsonNode ended(HttpResponse<String> taken) throws IOException, InterruptedException {
        JsonNode request = ok(taken, 202);
        assertThat(request.get("state").asString()).isIn("VALIDATING", "ACCEPTED", "REFUSED");
        String location = taken.headers().firstValue("Location").orElseThrow();
        return ok(client.get(sending, location + "?wait=25"), 200);
    }

    @Test
    void takesAFileInPartsAndSendsItByReference() throws IOException, InterruptedException {
        String location = location(begin("Tờ trình.pdf", CONTENT.length, Sha256.of(CONTENT)));
        byte[] first = Arrays.copyOf(CONTENT, 1000);
        String sum =
                "sha256 " + Base64.getEncoder().encodeToString(Sha256.of(first).bytes());
        assertThat(part(location, 0, first, "Upload-Checksum", sum).statusCode())
                .isEqualTo(204);
        HttpResponse<String> again = part(location, 0, first);
        var _ = refused(again, "LT-1304");
        assertThat(again.headers().firstValue("Upload-Offset")).hasValue("1000");
        HttpResponse<String> head = send(tus(location).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("Upload-Offset")).hasValue("1000");
        assertThat(head.headers().firstValue("Upload-Expires")).isPresent();
        String file = location.substring(location.lastIndexOf('/') + 1);
        var _ = refused(order(body("1", file, "")), "LT-1002");
        assertThat(part(location, 1000, Arrays.copyOfRange(CONTENT, 1000, CONTENT.length))
                        .statusCode())
                .isEqualTo(204);
        String key = ids.next().toString();
        HttpResponse<String> taken = order(sending, key, body("1", file, ""));
        JsonNode end = ended(taken);
        assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("ACCEPTED");
        JsonNode sent = ok(
                client.get(sending, "/api/v1/dispatches/" + end.get("parcelId").asString()), 200);
        assertThat(sent.get("document").get("fileCount").asInt()).isEqualTo(1);
        HttpResponse<String> repeated = order(sending, key, body("1", file, ""));
        assertThat(repeated.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(ok(repeated, 202).get("requestId")).isEqualTo(ok(taken, 202).get("requestId"));
        assertThat(refused(order(sending, key, body("2", file, "")), "LT-1401")
                        .get("status")
                        .asInt())
                .isEqualTo(422);
        var _ = refused(client.get(sending, location), "LT-1005");
    }

    @Test
    void warnsOfWhatWasSentBeforeUnlessTheSenderKnows() throws IOException, InterruptedException {
        byte[] content = fresh();
        assertThat(ended(order(body("31", uploaded(content), ""))).get("state").asString())
                .isEqualTo("ACCEPTED");
        String again = uploaded(content);
        JsonNode warned = refused(order(body("31", again, "")), "LT-1403");
        assertThat(warned.get("warnings").findValuesAsString("code"))
                .containsExactly("DUPLICATE_NUMBER", "DUPLICATE_FILE");
        assertThat(warned.get("warnings").get(0).get("others").size()).isEqualTo(1);
        String known = "\"acknowledgeWarnings\":[\"DUPLICATE_NUMBER\",\"DUPLICATE_FILE\"],";
        assertThat(ended(order(body("31", again, known))).get("state").asString())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void refusesWhatDoesNotHaveItsDigest() throws IOException, InterruptedException {
        String location = location(begin("a.pdf", 4, Sha256.of(new byte[] {1, 2, 3, 4})));
        String other = "sha256 "
                + Base64.getEncoder().encodeToString(Sha256.of(new byte[1]).bytes());
        var _ = refused(part(location, 0, new byte[] {1, 2}, "Upload-Checksum", other), "LT-1305");
        assertThat(ok(client.get(sending, location), 200).get("received").asInt())
                .isZero();
        var _ = refused(part(location, 0, new byte[] {1, 2, 3, 4, 5}), "LT-1301");
        var _ = refused(part(location, 0, new byte[] {4, 3, 2, 1}), "LT-1305");
        var _ = refused(client.get(sending, location), "LT-1005");
    }

    @Test
    void refusesUploadsOfWrongForm() throws IOException, InterruptedException {
        var _ = refused(begin("../../etc/passwd", 4, Sha256.of(new byte[4])), "LT-1008");
        var _ = refused(begin("a.pdf", 0, Sha256.of(new byte[0])), "LT-1002");
        var _ = refused(begin("a.pdf", 5L << 30, Sha256.of(new byte[4])), "LT-1301");
        var _ = refused(send(tus(FILES).header("Upload-Length", "4").POST(BodyPublishers.noBody())), "LT-1002");
        HttpRequest.Builder old = HttpRequest.newBuilder(URI.create(client.origin() + FILES))
                .header("Authorization", "Bearer " + sending)
                .POST(BodyPublishers.noBody());
        var _ = refused(send(old), "LT-1007");
        String location = location(begin("a.pdf", 4, Sha256.of(new byte[4])));
        var _ = refused(
                send(tus(location)
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(new byte[4]))),
                "LT-1003");
        String foreign = client.key(NEIGHBOUR, ApiScope.SUBMIT);
        var _ = refused(client.get(foreign, location), "LT-1005");
        var _ = refused(client.get(client.key(SENDER, ApiScope.TRACK), location), "LT-1103");
        assertThat(send(tus(location).DELETE()).statusCode()).isEqualTo(204);
        var _ = refused(client.get(sending, location), "LT-1005");
    }

    private List<Integer> atOnce(List<Callable<HttpResponse<String>>> turns)
            throws InterruptedException, ExecutionException {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = all.invokeAll(turns);
            List<Integer> states = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                states.add(answer.get().statusCode());
            }
            return states;
        }
    }

    @Test
    void keepsOneOfTwoPartsForTheSamePlace() throws IOException, InterruptedException, ExecutionException {
        byte[] content = fresh();
        String location = location(begin("a.pdf", content.length, Sha256.of(content)));
        Callable<HttpResponse<String>> turn = () -> part(location, 0, content);
        assertThat(atOnce(List.of(turn, turn, turn))).containsExactlyInAnyOrder(204, 409, 409);
    }

    @Test
    void givesAFileToOneOfTwoRequests() throws IOException, InterruptedException, ExecutionException {
        String file = uploaded(fresh());
        // Whoever comes late is told that the file is gone, or that it was sent already.
        assertThat(atOnce(List.of(
                        () -> order(body("41", file, "")),
                        () -> order(body("42", file, "")),
                        () -> order(body("43", file, "")))))
                .containsOnlyOnce(202)
                .isSubsetOf(202, 409, 422);
    }

    @Test
    void letsTrialKeysReachOnlyWhatTheyMay() throws IOException, InterruptedException {
        String test = key(ApiKeyKind.TEST);
        String team = key(ApiKeyKind.TEAM);
        String body = body("51", uploaded(fresh()), "");
        JsonNode refusal = refused(order(test, ids.next().toString(), body), "LT-1211");
        assertThat(refusal.get("errors").get(0).get("pointer").asString()).isEqualTo("/recipients/0");
        assertThat(ended(order(team, ids.next().toString(), body)).get("state").asString())
                .isEqualTo("ACCEPTED");
    }

    private String key(ApiKeyKind kind) {
        return client.keys()
                .issue(new NewApiKey(
                        SENDER,
                        "trial",
                        Set.of(ApiScope.SUBMIT),
                        client.clock().instant().plus(Duration.ofDays(1)),
                        new ApiKeyBounds(kind, List.of(), null)))
                .token()
                .reveal();
    }

    @Test
    void showsWhatIsUsedOfTheQuota() throws IOException, InterruptedException {
        String _ = uploaded(fresh());
        HttpResponse<String> answer = client.get(sending, "/api/v1/quota");
        JsonNode quota = ok(answer, 200);
        assertThat(quota.get("keyKind").asString()).isEqualTo("LIVE");
        assertThat(quota.get("dayOctets").get("used").asLong()).isPositive();
        assertThat(quota.get("uploads").get("used").asLong()).isPositive();
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
    }
}
