package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.desk.DeskClient.ok;
import static vn.lienthong.node.desk.DeskClient.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestAuthority;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;
import vn.lienthong.node.web.ReceiptSource;

@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatchesIT {

    private static final AgencyCode SENDER = new AgencyCode("H37.02");
    private static final AgencyCode OTHER = new AgencyCode("G22");
    private static final String METADATA = "{\"recipients\":[\"A01.02\"],\"document\":{\"codeNumber\":\"125\","
            + "\"codeNotation\":\"TTr-UBND\",\"typeName\":\"Tờ trình\",\"subject\":\"Về việc thử\",\"urgency\":1}}";

    private final DeskClient client;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final ReceiptSource pages;
    private final String sending;

    @Autowired
    DispatchesIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys keys,
            InstantSource clock,
            TestDirectory directory,
            TimeOrderedIds ids,
            ReceiptSource pages) {
        this.pages = pages;
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
        var _ = directory.host(OTHER);
        NodeId away = new NodeId("node-away");
        directory.list(TestAuthority.identity(away), "https://localhost:1");
        var _ = directory.agency(new AgencyCode("A01.02"), away);
    }

    private String fresh() {
        return ids.next().toString();
    }

    private HttpResponse<String> send(byte[] form) throws IOException, InterruptedException {
        return client.post(sending, fresh(), form);
    }

    @Test
    void takesADocumentAndTellsWhereItIs() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(Form.of(METADATA).octets());
        JsonNode sent = ok(answer, 201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/v1/dispatches/" + sent.get("parcelId").asString());
        assertThat(sent.get("document").get("subject").asString()).isEqualTo("Về việc thử");
        assertThat(sent.get("document").get("fileCount").asInt()).isEqualTo(1);
        assertThat(sent.get("packageSha512").asString()).hasSize(128);
        assertThat(sent.get("refusedRecipients").size()).isZero();
        JsonNode found = ok(client.get(sending, location), 200);
        assertThat(found.get("deliveries").get(0).get("name").asString()).isEqualTo("Cơ quan A01.02");
        assertThat(found.get("deliveries").get(0).get("state").asString()).isIn("QUEUED", "IN_TRANSIT");
        assertThat(found.get("deliveries").get(0).get("reason").isNull()).isTrue();
        assertThat(found.has("refusedRecipients")).isFalse();
        assertThat(ok(client.get(sending, location + "?wait=1&state=CONSIGNED"), 200))
                .isNotNull();
    }

    @Test
    void showsEvidenceThatVerifiesToNobodyElse() throws IOException, InterruptedException {
        String parcel =
                ok(send(Form.of(METADATA).octets()), 201).get("parcelId").asString();
        String path = "/api/v1/dispatches/" + parcel + "/evidence";
        JsonNode evidence =
                ok(client.get(client.key(SENDER, ApiScope.TRACK), path), 200).get("evidence");
        assertThat(evidence.get(0).get("event").asString()).isEqualTo("SubmissionAcceptance");
        assertThat(evidence.get(0).get("verification").asString()).isEqualTo("VALID");
        String one = "/api/v1/evidence/" + evidence.get(0).get("id").asString();
        // The receipt may have been completed meanwhile; the evidence itself never changes.
        JsonNode again = ok(client.get(sending, one), 200);
        assertThat(again.get("octets")).isEqualTo(evidence.get(0).get("octets"));
        assertThat(again.get("signature")).isEqualTo(evidence.get(0).get("signature"));
        assertThat(again.get("receipt").get("state").asString()).isIn("PENDING", "COMPLETE");
        String foreign = client.key(OTHER, ApiScope.SUBMIT, ApiScope.TRACK);
        for (String hidden : List.of(path, one, "/api/v1/dispatches/" + parcel, "/api/v1/dispatches/none")) {
            var _ = refused(client.get(foreign, hidden), "LT-1005");
        }
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() throws IOException, InterruptedException {
        String key = fresh();
        JsonNode first = ok(client.post(sending, key, Form.of(METADATA).octets()), 201);
        HttpResponse<String> again = client.post(sending, key, Form.of(METADATA).octets());
        assertThat(ok(again, 200).get("parcelId")).isEqualTo(first.get("parcelId"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        byte[] other = Form.of(METADATA.replace("125", "126")).octets();
        var _ = refused(client.post(sending, key, other), "LT-1401");
    }

    @Test
    void wantsAnIdempotencyKeyAndTheScope() throws IOException, InterruptedException {
        byte[] form = Form.of(METADATA).octets();
        JsonNode problem = refused(client.post(sending, "", form), "LT-1002");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("Idempotency-Key");
        var _ = refused(client.post(sending, "x".repeat(129), form), "LT-1002");
        var _ = refused(client.post(sending, "a b", form), "LT-1002");
        String tracking = client.key(SENDER, ApiScope.TRACK);
        var _ = refused(client.post(tracking, fresh(), form), "LT-1103");
        var _ = refused(client.get(client.key(SENDER, ApiScope.RECEIVE), "/api/v1/dispatches"), "LT-1103");
    }

    @Test
    void namesRecipientsThatCannotBeServed() throws IOException, InterruptedException {
        String metadata = METADATA.replace("\"A01.02\"", "\"A01.02\",\"X99\"");
        JsonNode problem = refused(send(Form.of(metadata).octets()), "LT-1201");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/recipients/1");
        assertThat(problem.get("errors").get(0).get("message").asString()).contains("X99");
        String partial = metadata.replace("\"document\"", "\"allowPartial\":true,\"document\"");
        String key = fresh();
        JsonNode sent = ok(client.post(sending, key, Form.of(partial).octets()), 201);
        assertThat(sent.get("refusedRecipients").get(0).get("code").asString()).isEqualTo("LT-1201");
        JsonNode again = ok(client.post(sending, key, Form.of(partial).octets()), 200);
        assertThat(again.get("refusedRecipients").get(0).get("recipient").asString())
                .isEqualTo("X99");
    }

    @Test
    void refusesFormsThatAreNotAsTheyShouldBe() throws IOException, InterruptedException {
        Form fileFirst = new Form().file("a.pdf", "application/pdf", "x").metadata(METADATA);
        var _ = refused(send(fileFirst.octets()), "LT-1001");
        var _ = refused(send(new Form().octets()), "LT-1001");
        var _ = refused(send(Form.of(METADATA).metadata(METADATA).octets()), "LT-1001");
        var _ = refused(send(Form.of(METADATA).unfinished()), "LT-1001");
        var _ = refused(send(Form.of("{").octets()), "LT-1001");
        var _ = refused(
                send(new Form()
                        .part("name=\"metadata\"", "text/plain", METADATA)
                        .octets()),
                "LT-1003");
        var _ = refused(send(Form.of(" ".repeat(1 << 20) + METADATA).octets()), "LT-1301");
        var _ = refused(send(new Form().metadata(METADATA).octets()), "LT-1002");
        var _ = refused(
                send(new Form()
                        .metadata(METADATA)
                        .part("name=\"file\"", "text/plain", "x")
                        .octets()),
                "LT-1008");
        var _ = refused(
                send(new Form().metadata(METADATA).file("a", "no type", "x").octets()), "LT-1002");
    }

    @Test
    void refusesSecretDocumentsAndEndsInThePast() throws IOException, InterruptedException {
        String secret = METADATA.replace("\"urgency\":1", "\"secrecy\":\"SECRET\"");
        var _ = refused(send(Form.of(secret).octets()), "LT-1209");
        String late = METADATA.replace("\"document\"", "\"expiresAt\":\"2020-01-01T00:00:00Z\",\"document\"");
        JsonNode problem = refused(send(Form.of(late).octets()), "LT-1002");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/expiresAt");
    }

    @Test
    void answersARefusalAlsoToThoseWhoStillSend() throws IOException, InterruptedException {
        Form large = new Form().metadata("{}").file("a.bin", "application/octet-stream", "x".repeat(20 << 20));
        var _ = refused(send(large.octets()), "LT-1002");
    }

    @Test
    void listsWhatWasSentPageByPage() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            var _ = ok(send(Form.of(METADATA).octets()), 201);
        }
        JsonNode first = ok(client.get(sending, "/api/v1/dispatches?pageSize=2"), 200);
        assertThat(first.get("dispatches").size()).isEqualTo(2);
        String token = first.get("nextPageToken").asString();
        JsonNode next = ok(client.get(sending, "/api/v1/dispatches?pageSize=100&pageToken=" + token), 200);
        assertThat(next.get("dispatches").size()).isPositive();
        assertThat(next.get("dispatches").get(0).get("parcelId").asString())
                .isLessThan(first.get("dispatches").get(1).get("parcelId").asString());
        for (String wrong : List.of("pageToken=x", "pageToken=AAAA", "pageSize=0", "pageSize=101", "pageSize=x")) {
            var _ = refused(client.get(sending, "/api/v1/dispatches?" + wrong), "LT-1002");
        }
    }

    @Test
    void thePagesHaveReceiptAndEvidenceOfTheSenderOnly() throws IOException, InterruptedException {
        JsonNode sent = ok(send(Form.of(METADATA).octets()), 201);
        UUID id = UUID.fromString(sent.get("parcelId").asString());
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        pages.dossier(SENDER, id).orElseThrow().content().writeTo(archive);
        assertThat(archive.toString(StandardCharsets.ISO_8859_1))
                .contains("evidence/001-A.1.json", "evidence/001-A.1.p7s", "evidence/001-A.1.entry", "dossier.json");
        AgencyCode recipient = new AgencyCode("A01.02");
        assertThat(pages.standing(SENDER, id, recipient).pieces()).isPositive();
        assertThat(pages.dossier(OTHER, id)).isEmpty();
        assertThat(pages.receipt(OTHER, id, recipient)).isEmpty();
        assertThat(pages.standing(OTHER, id, recipient).pieces()).isZero();
    }
}
