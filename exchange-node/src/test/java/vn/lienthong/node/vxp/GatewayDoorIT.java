package vn.lienthong.node.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Two systems with the national kit, through the gateway door of a node. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayDoorIT {

    private static final AgencyCode SENDER = new AgencyCode("H66.01");
    private static final AgencyCode RECIPIENT = new AgencyCode("H66.02");
    private static final String FROM = SENDER.value();
    private static final String TO = RECIPIENT.value();
    private static final int PATIENCE = 500;
    private static final long PAUSE = 20_000_000;

    private final HttpClient http;
    private final String endpoint;
    private final InstantSource clock;
    private final GatewaySecrets secrets;
    private final Quarantine quarantine;
    private final JdbcTemplate sql;
    private final KitClient sender;
    private final KitClient recipient;
    private final GatewaySecrets.Issued issued;

    @Autowired
    GatewayDoorIT(
            TestDirectory directory,
            TestTransportIdentity identity,
            ListenerPorts ports,
            InstantSource clock,
            GatewaySecrets secrets,
            Quarantine quarantine,
            JdbcTemplate sql)
            throws IOException {
        this.clock = clock;
        this.secrets = secrets;
        this.quarantine = quarantine;
        this.sql = sql;
        this.http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.endpoint = "https://127.0.0.1:" + ports.api() + "/vxp";
        directory.listSelf();
        assertThat(directory.host(SENDER)).isNotEqualTo(directory.host(RECIPIENT));
        this.sender = system(SENDER, issue(SENDER));
        this.issued = issue(RECIPIENT);
        this.recipient = system(RECIPIENT, issued);
    }

    private KitClient system(AgencyCode agency, GatewaySecrets.Issued secret) {
        return new KitClient(http, endpoint, agency.value(), secret.secret().reveal(), clock.instant());
    }

    private GatewaySecrets.Issued issue(AgencyCode agency) {
        return secrets.issue(new GatewaySecrets.Wish(agency, agency.value(), "", Duration.ofDays(30)), "admin")
                .orElseThrow();
    }

    private static JsonNode refused(JsonNode answer, String code) {
        assertThat(answer.path("status").asString()).as(answer.toString()).isEqualTo("FAIL");
        assertThat(answer.path("ErrorCode").asString()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.path("ErrorDesc").asString()).contains("LT-");
        return answer;
    }

    private static JsonNode good(JsonNode answer) {
        assertThat(answer.path("ErrorCode").asString()).as(answer.toString()).isEqualTo("0");
        assertThat(answer.path("status").asString()).isEqualTo("OK");
        return answer;
    }

    private String send(String number) throws IOException, InterruptedException {
        byte[] letter = SampleMessages.letter(FROM, TO, number, "Về việc số " + number);
        return good(sender.send(FROM, "edoc", letter)).path("DocId").asString();
    }

    /** Waits until the system is offered this. */
    private static JsonNode await(KitClient system, String type, String docId)
            throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            for (JsonNode row : system.list(type)) {
                if (row.path("docId").asString().equals(docId)) {
                    return row;
                }
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError(docId + " is not offered");
    }

    private static boolean offers(KitClient system, String docId) throws IOException, InterruptedException {
        for (JsonNode row : system.list("edoc")) {
            if (row.path("docId").asString().equals(docId)) {
                return true;
            }
        }
        return false;
    }

    /** Waits for a status message that says so, and acknowledges all that came before it. */
    private static String awaitStatus(KitClient system, String number, String code)
            throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            for (JsonNode row : system.list("status")) {
                String docId = row.path("docId").asString();
                String message = system.edoc(docId);
                good(system.update(docId, "done"));
                if (message.contains(">" + number + "/UBND-VP<") && message.contains("StatusCode>" + code + "<")) {
                    return message;
                }
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("no status " + code);
    }

    @Test
    void carriesADocumentAndItsStatusesAndItsRecall() throws IOException, InterruptedException {
        String docId = send("101");
        assertThat(send("101")).isEqualTo(docId);
        JsonNode row = await(recipient, "edoc", docId);
        assertThat(row.path("from").asString()).isEqualTo(FROM);
        assertThat(row.path("to").asString()).isEqualTo(TO);
        refused(recipient.update(docId, "done"), "20");
        String message = recipient.edoc(docId);
        assertThat(message)
                .contains("Về việc số 101", Base64.getEncoder().encodeToString(SampleMessages.PDF), "BussinessDocType");
        assertThat(offers(recipient, docId)).isFalse();
        good(recipient.update(docId, "processing"));
        good(recipient.update(docId, "done"));
        good(recipient.update(docId, "done"));
        assertThat(awaitStatus(sender, "101", "01")).contains(">" + TO + "<");
        good(recipient.send(TO, "status", SampleMessages.status(TO, FROM, "101", "04", "Phân công xử lý")));
        good(recipient.send(TO, "status", SampleMessages.status(TO, FROM, "101", "04", "Phân công xử lý")));
        assertThat(awaitStatus(sender, "101", "04")).contains("Phòng Văn thư").doesNotContain("Nguyễn Văn A");
        good(sender.send(FROM, "status", SampleMessages.status(FROM, TO, "101", "13", "Ban hành nhầm")));
        byte[] recall = SampleMessages.letter(
                FROM,
                TO,
                "101",
                "Thu hồi",
                SampleMessages.business(1, FROM + ",2026/11/22,101/UBND-VP", "Ban hành nhầm"));
        good(sender.send(FROM, "edoc", recall));
        assertThat(awaitStatus(recipient, "101", "13")).contains("Ban hành nhầm");
        refused(recipient.send(TO, "status", SampleMessages.status(TO, FROM, "101", "16", "")), "22");
        good(recipient.send(TO, "status", SampleMessages.status(TO, FROM, "101", "14", "Đồng ý")));
        assertThat(awaitStatus(sender, "101", "15")).contains("Đồng ý");
    }

    @Test
    void tellsWhereSentDocumentsAre() throws IOException, InterruptedException {
        String docId = send("102");
        JsonNode rows =
                good(sender.call("getSentEdocList", Map.of("docId", docId))).path("data");
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.get(0).path("notation").asString()).isEqualTo("102/UBND-VP");
        assertThat(good(recipient.call("countReceiveEdoc", Map.of()))
                        .path("count")
                        .isInt())
                .isTrue();
        JsonNode agencies = good(sender.call("getAgenciesList", Map.of())).path("data");
        assertThat(agencies.toString()).contains("\"code\":\"" + TO + "\"").doesNotContain("null");
        good(sender.call("getSynchronizeUnit", Map.of()));
        good(sender.call("getAgenciesListQD20", Map.of("level", "1")));
        assertThat(good(sender.call("deleteAgency", Map.of("AgencyCode", TO)))
                        .path("ErrorDesc")
                        .asString())
                .contains("đề nghị");
        assertThat(new String(recipient.download(docId), StandardCharsets.UTF_8))
                .contains("Về việc số 102");
        assertThat(recipient.download(docId)).isEmpty();
    }

    @Test
    void refusesWithTheCodesOfTheGateway() throws IOException, InterruptedException {
        byte[] letter = SampleMessages.letter(FROM, TO, "103", "Thử");
        refused(sender.send(FROM, "edoc", letter, "00".repeat(32)), "10");
        refused(sender.send(FROM, "edoc", "<edXML/>".getBytes(StandardCharsets.UTF_8)), "22");
        refused(sender.send(FROM, "edoc", "không phải".getBytes(StandardCharsets.UTF_8)), "22");
        refused(sender.send(FROM, "edoc", SampleMessages.letter(FROM, "H66.99", "103", "Thử")), "18");
        refused(sender.send(TO, "edoc", SampleMessages.letter(TO, FROM, "103", "Thử")), "19");
        refused(sender.send(FROM, "edoc", SampleMessages.letter(TO, FROM, "103", "Thử")), "19");
        refused(sender.send(FROM, "status", SampleMessages.status(FROM, TO, "999", "03", "")), "22");
        assertThat(sql.queryForObject("select count(*) from document_record where code_number = '103'", Long.class))
                .isZero();
        String docId = send("104");
        var _ = await(recipient, "edoc", docId);
        refused(sender.call("getEdoc", Map.of("docId", docId)), "20");
        refused(recipient.call("getEdoc", Map.of("docId", "../../etc/passwd")), "20");
        refused(recipient.update(docId, "xong"), "22");
    }

    @Test
    void shutsTheDoorToWrongSignatures() throws IOException, InterruptedException {
        KitClient wrong = new KitClient(http, endpoint, FROM, "not the secret", clock.instant());
        refused(wrong.call("getReceivedEdocList", Map.of()), "15");
        KitClient nobody = new KitClient(http, endpoint, "H66.98", "not the secret", clock.instant());
        refused(nobody.call("getReceivedEdocList", Map.of()), "15");
        GatewaySecrets.Issued other = issue(SENDER);
        String secret = other.secret().reveal();
        KitClient stale =
                new KitClient(http, endpoint, FROM, secret, clock.instant().minus(Duration.ofHours(1)));
        refused(stale.call("getReceivedEdocList", Map.of()), "15");
        KitClient fresh = new KitClient(http, endpoint, FROM, secret, clock.instant());
        good(fresh.call("getReceivedEdocList", Map.of()));
        assertThat(secrets.rotate(other.facts().id(), Duration.ofHours(1), "admin"))
                .isPresent();
        good(fresh.call("countReceiveStatus", Map.of()));
        assertThat(secrets.withdraw(other.facts().id(), "admin")).isTrue();
        refused(fresh.call("getReceivedEdocList", Map.of("docId", "leaked")), "15");
    }

    @Test
    void handsADocumentToOneConsumerAndAgainWhenThatDies() throws Exception {
        String docId = send("105");
        var _ = await(recipient, "edoc", docId);
        List<Callable<String>> consumers = List.of(
                () -> system(RECIPIENT, issued).edoc(docId),
                () -> system(RECIPIENT, issued).edoc(docId),
                () -> system(RECIPIENT, issued).edoc(docId),
                () -> system(RECIPIENT, issued).edoc(docId));
        assertThat(together(consumers).stream()
                        .filter(message -> message.contains("Về việc số 105"))
                        .count())
                .isEqualTo(1);
        int _ = sql.update(
                "update inbox_entry e join document_record d on d.parcel_id = e.parcel_id set e.lease_until ="
                        + " e.state_since where d.code_number = '105' and e.recipient_code = ?",
                TO);
        var _ = await(recipient, "edoc", docId);
        assertThat(recipient.edoc(docId)).contains("Về việc số 105");
        good(recipient.update(docId, "done"));
    }

    private static List<String> together(List<Callable<String>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> done = threads.invokeAll(work);
            List<String> answers = new ArrayList<>();
            for (Future<String> one : done) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void putsAsideAloneWhatFailsFiveTimes() throws IOException, InterruptedException {
        String poison = send("106");
        String sound = send("107");
        var _ = await(recipient, "edoc", poison);
        for (int i = 0; i < Quarantine.TRIES; i++) {
            assertThat(recipient.edoc(poison)).contains("Về việc số 106");
            good(recipient.update(poison, "fail"));
        }
        assertThat(offers(recipient, poison)).isFalse();
        assertThat(offers(recipient, sound)).isTrue();
        List<Quarantine.Failing> waiting = quarantine.waiting(Set.of(RECIPIENT), 10);
        assertThat(waiting)
                .singleElement()
                .satisfies(failing -> assertThat(failing.failures()).isEqualTo(Quarantine.TRIES));
        assertThat(quarantine.release(Set.of(SENDER), waiting.getFirst().id())).isFalse();
        assertThat(quarantine.release(Set.of(RECIPIENT), waiting.getFirst().id()))
                .isTrue();
        var _ = await(recipient, "edoc", poison);
    }
}
