package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.node.desk.DeskClient.ok;
import static vn.lienthong.node.desk.DeskClient.refused;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The inbox as a document-management system sees it, over HTTPS, with everything that one should not do. */
@NodeTest
@Import(InboxResourceIT.Time.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxResourceIT {

    private static final AgencyCode HERE = new AgencyCode("H07.01");
    private static final AgencyCode STRANGER = new AgencyCode("H07.02");
    private static final String ANY_LEASE = "0198a000-0000-7000-8000-000000000001";

    private final SettableClock clock;
    private final DeskClient client;
    private final ArrivedDocuments documents;
    private final String receiving;

    /** Goes by the time of this machine, as certificates do, until a test moves it on. */
    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(InstantSource.system().instant());
        }
    }

    @Autowired
    InboxResourceIT(
            SettableClock clock,
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys apiKeys,
            ParcelAcceptance acceptance,
            Inbox inbox,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids)
            throws IOException {
        this.clock = clock;
        HttpClient http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.client = new DeskClient(http, "https://127.0.0.1:" + ports.api(), apiKeys, clock);
        this.documents = new ArrivedDocuments(acceptance, inbox, directory, keys, ids, clock, HERE);
        this.receiving = client.key(HERE, ApiScope.RECEIVE);
    }

    private static String path(long entry, String rest) {
        return "/api/v1/inbox/" + entry + rest;
    }

    private JsonNode lease(long entry) throws IOException, InterruptedException {
        return ok(client.postJson(receiving, path(entry, "/lease"), ""), 200);
    }

    private static String lease(JsonNode granted) {
        return granted.get("leaseId").asString();
    }

    private static String receipt(String lease, String digest) {
        return "{\"leaseId\":\"" + lease + "\",\"packageSha512\":\"" + digest + "\"}";
    }

    private HttpResponse<String> acknowledge(long entry, String body) throws IOException, InterruptedException {
        return client.postJson(receiving, path(entry, "/acknowledgement"), body);
    }

    private HttpResponse<byte[]> download(long entry, String... headers) throws IOException, InterruptedException {
        return client.download(receiving, path(entry, "/package"), headers);
    }

    private static void assertRefused(HttpResponse<String> answer, ErrorCode code) {
        assertThat(refused(answer, code.code()).get("title").asString()).isNotEmpty();
    }

    private void assertWaiting(long entry, boolean waiting) throws IOException, InterruptedException {
        JsonNode page = ok(client.get(receiving, "/api/v1/inbox?after=" + (entry - 1) + "&pageSize=1"), 200);
        boolean found = page.get("entries").size() > 0
                && page.get("entries").get(0).get("entryId").asString().equals(Long.toString(entry));
        assertThat(found).isEqualTo(waiting);
    }

    @Test
    void handsADocumentOverToWhoComputedItsDigest() throws IOException, InterruptedException {
        long entry = documents.arrive();
        assertWaiting(entry, true);
        JsonNode granted = lease(entry);
        HttpResponse<byte[]> whole = download(entry, "Lienthong-Lease", lease(granted));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValueAsLong("Content-Length"))
                .hasValue(granted.get("packageSize").asLong());
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/vnd.etsi.asic-e+zip");
        assertThat(whole.headers().firstValue("Cache-Control")).hasValue("no-store");
        String digest = Sha512.of(whole.body()).hex();
        assertThat(granted.get("packageSha512").asString()).isEqualTo(digest);
        assertThat(whole.headers().firstValue("ETag")).hasValue('"' + digest + '"');
        JsonNode proof = ok(acknowledge(entry, receipt(lease(granted), digest)), 200);
        assertThat(proof.toString()).contains("ContentHandover");
        assertThat(ok(acknowledge(entry, receipt(lease(granted), digest)), 200)).isEqualTo(proof);
        assertWaiting(entry, false);
        assertRefused(client.postJson(receiving, path(entry, "/lease"), ""), ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void givesPartsOfAPackageThatTogetherAreTheWhole() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        String lease = lease(granted);
        byte[] whole = download(entry, "Lienthong-Lease", lease).body();
        HttpResponse<byte[]> begin = download(entry, "Lienthong-Lease", lease, "Range", "bytes=0-16383");
        assertThat(begin.statusCode()).isEqualTo(206);
        assertThat(begin.headers().firstValue("Content-Range")).hasValue("bytes 0-16383/" + whole.length);
        HttpResponse<byte[]> rest = download(entry, "Lienthong-Lease", lease, "Range", "bytes=16384-");
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 16384, whole.length));
        assertThat(begin.body()).isEqualTo(Arrays.copyOf(whole, 16384));
        HttpResponse<byte[]> tail = download(entry, "Lienthong-Lease", lease, "Range", "bytes=-7");
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        String tag = '"' + granted.get("packageSha512").asString() + '"';
        assertThat(download(entry, "Lienthong-Lease", lease, "Range", "bytes=0-9", "If-Range", tag)
                        .body())
                .hasSize(10);
        assertThat(download(entry, "Lienthong-Lease", lease, "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> behind = download(entry, "Lienthong-Lease", lease, "Range", "bytes=" + whole.length + "-");
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(behind.headers().firstValue("Content-Range")).hasValue("bytes */" + whole.length);
        for (String odd : List.of("bytes=5-2", "bytes=-", "bytes=0-1,4-5", "octets=0-1", "bytes=x-")) {
            assertThat(download(entry, "Lienthong-Lease", lease, "Range", odd).body())
                    .as(odd)
                    .hasSameSizeAs(whole);
        }
        HttpResponse<byte[]> file = client.download(receiving, path(entry, "/files/1"), "Lienthong-Lease", lease);
        assertThat(file.body()).isEqualTo(new byte[30_000]);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment");
    }

    @Test
    void keepsTheDocumentWhenTheDigestIsWrong() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        String digest = granted.get("packageSha512").asString();
        String other = Sha512.of(new byte[1]).hex();
        JsonNode problem = refused(acknowledge(entry, receipt(lease(granted), other)), "LT-1002");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/packageSha512");
        for (String wrong :
                List.of("", digest.substring(1), digest + "00", digest.toUpperCase(java.util.Locale.ROOT))) {
            assertRefused(acknowledge(entry, receipt(lease(granted), wrong)), ErrorCode.FIELD_INVALID);
        }
        String withoutDigest = "{\"leaseId\":\"" + lease(granted) + "\"}";
        String withoutLease = "{\"packageSha512\":\"" + digest + "\"}";
        for (String incomplete : List.of(withoutDigest, withoutLease, "{}")) {
            assertRefused(acknowledge(entry, incomplete), ErrorCode.FIELD_INVALID);
        }
        for (String broken : List.of("", "{", "[]", "null")) {
            assertRefused(acknowledge(entry, broken), ErrorCode.REQUEST_MALFORMED);
        }
        assertWaiting(entry, true);
        assertThat(ok(acknowledge(entry, receipt(lease(granted), digest)), 200)).isNotNull();
    }

    @Test
    void givesADocumentToOneAtATime() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        String own = "{\"leaseId\":\"" + lease(granted) + "\"}";
        assertRefused(client.postJson(receiving, path(entry, "/lease"), ""), ErrorCode.REQUEST_IN_PROGRESS);
        assertRefused(
                client.postJson(receiving, path(entry, "/lease"), "{\"leaseId\":\"" + ANY_LEASE + "\"}"),
                ErrorCode.REQUEST_IN_PROGRESS);
        clock.advance(Duration.ofMinutes(9));
        assertThat(lease(ok(client.postJson(receiving, path(entry, "/lease"), own), 200)))
                .isEqualTo(lease(granted));
        clock.advance(Duration.ofMinutes(9));
        assertThat(download(entry, "Lienthong-Lease", lease(granted)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsALeaseWithItsTimeAndGivesTheDocumentToTheNext() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode late = lease(entry);
        String digest = late.get("packageSha512").asString();
        clock.advance(Duration.ofMinutes(11));
        assertThat(download(entry, "Lienthong-Lease", lease(late)).statusCode())
                .isEqualTo(ErrorCode.LEASE_EXPIRED.httpStatus());
        assertRefused(acknowledge(entry, receipt(lease(late), digest)), ErrorCode.LEASE_EXPIRED);
        assertRefused(refuse(entry, refusal(lease(late), "OTHER", "")), ErrorCode.LEASE_EXPIRED);
        assertWaiting(entry, true);
        JsonNode next = lease(entry);
        assertThat(lease(next)).isNotEqualTo(lease(late));
        assertThat(download(entry, "Lienthong-Lease", lease(late)).statusCode())
                .isEqualTo(ErrorCode.LEASE_UNKNOWN.httpStatus());
        assertRefused(acknowledge(entry, receipt(lease(late), digest)), ErrorCode.LEASE_UNKNOWN);
        assertThat(ok(acknowledge(entry, receipt(lease(next), digest)), 200)).isNotNull();
    }

    @Test
    void givesNothingWithoutTheLease() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        assertThat(download(entry).statusCode()).isEqualTo(ErrorCode.LEASE_UNKNOWN.httpStatus());
        for (String wrong : List.of(ANY_LEASE, "x", lease(granted).toUpperCase(java.util.Locale.ROOT), "0")) {
            assertThat(download(entry, "Lienthong-Lease", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(ErrorCode.LEASE_UNKNOWN.httpStatus());
            assertRefused(
                    acknowledge(
                            entry, receipt(wrong, granted.get("packageSha512").asString())),
                    ErrorCode.LEASE_UNKNOWN);
            assertRefused(refuse(entry, refusal(wrong, "OTHER", "")), ErrorCode.LEASE_UNKNOWN);
        }
        for (String number : List.of("0", "2", "999999999999999999", "-1", "x", "1.0")) {
            assertThat(client.download(receiving, path(entry, "/files/" + number), "Lienthong-Lease", lease(granted))
                            .statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> refuse(long entry, String body) throws IOException, InterruptedException {
        return client.postJson(receiving, path(entry, "/refusal"), body);
    }

    private static String refusal(String lease, String reason, String text) {
        return "{\"leaseId\":\"" + lease + "\",\"reason\":\"" + reason + "\",\"text\":\"" + text + "\"}";
    }

    @Test
    void takesARefusalOnceWithAReasonThatItKnows() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        String lease = lease(granted);
        for (String wrong : Stream.of(
                        refusal(lease, "NO_SUCH_REASON", ""),
                        refusal(lease, "OTHER", "x".repeat(401)),
                        refusal(lease, "OTHER", "\\u0000"),
                        "{\"leaseId\":\"" + lease + "\"}")
                .toList()) {
            assertRefused(refuse(entry, wrong), ErrorCode.FIELD_INVALID);
        }
        assertWaiting(entry, true);
        JsonNode proof = ok(refuse(entry, refusal(lease, "WRONG_ADDRESSEE", "Nhầm nơi nhận")), 200);
        assertThat(proof.toString()).contains("ConsignmentRejection");
        assertThat(ok(refuse(entry, refusal(lease, "WRONG_ADDRESSEE", "Nhầm nơi nhận")), 200))
                .isEqualTo(proof);
        assertRefused(
                acknowledge(entry, receipt(lease, granted.get("packageSha512").asString())),
                ErrorCode.PRECONDITION_FAILED);
        assertWaiting(entry, false);
    }

    @Test
    void showsNothingToOthersAndToKeysWithoutTheScope() throws IOException, InterruptedException {
        long entry = documents.arrive();
        JsonNode granted = lease(entry);
        String receipt = receipt(lease(granted), granted.get("packageSha512").asString());
        String foreign = client.key(STRANGER, ApiScope.RECEIVE);
        assertThat(ok(client.get(foreign, "/api/v1/inbox"), 200).get("entries").size())
                .isZero();
        String sending = client.key(HERE, ApiScope.SUBMIT, ApiScope.TRACK);
        for (var denied : List.of(
                new Denied(foreign, ErrorCode.NOT_FOUND),
                new Denied(sending, ErrorCode.NOT_PERMITTED),
                new Denied("ltk_none", ErrorCode.NOT_AUTHENTICATED))) {
            String key = denied.key();
            assertRefused(client.postJson(key, path(entry, "/lease"), ""), denied.code());
            assertRefused(client.postJson(key, path(entry, "/acknowledgement"), receipt), denied.code());
            assertRefused(
                    client.postJson(key, path(entry, "/refusal"), refusal(lease(granted), "OTHER", "")), denied.code());
            for (String content : List.of("/package", "/files/1")) {
                HttpResponse<byte[]> answer =
                        client.download(key, path(entry, content), "Lienthong-Lease", lease(granted));
                assertThat(answer.statusCode()).isEqualTo(denied.code().httpStatus());
            }
        }
        assertRefused(client.get(sending, "/api/v1/inbox"), ErrorCode.NOT_PERMITTED);
        assertWaiting(entry, true);
    }

    private record Denied(String key, ErrorCode code) {}

    @Test
    void listsPageByPageAndRefusesOddQuestions() throws IOException, InterruptedException {
        long first = documents.arrive();
        long second = documents.arrive();
        JsonNode page = ok(client.get(receiving, "/api/v1/inbox?pageSize=1&after=" + (first - 1)), 200);
        assertThat(page.get("entries").get(0).get("entryId").asString()).isEqualTo(Long.toString(first));
        assertThat(page.get("next").asLong()).isEqualTo(first);
        JsonNode next = ok(client.get(receiving, "/api/v1/inbox?pageSize=1&after=" + first), 200);
        assertThat(next.get("entries").get(0).get("entryId").asString()).isEqualTo(Long.toString(second));
        assertThat(next.get("next").isNull()).isTrue();
        JsonNode nothing = ok(client.get(receiving, "/api/v1/inbox?wait=1&after=" + second), 200);
        assertThat(nothing.get("entries").size()).isZero();
        for (String odd : List.of(
                "pageSize=0", "pageSize=200", "pageSize=x", "after=-1", "after=9999999999999999999", "wait=31")) {
            assertRefused(client.get(receiving, "/api/v1/inbox?" + odd), ErrorCode.FIELD_INVALID);
        }
        for (String none : List.of("0", "x", "-1", "999999999999999999", "9999999999999999999")) {
            assertRefused(client.postJson(receiving, "/api/v1/inbox/" + none + "/lease", ""), ErrorCode.NOT_FOUND);
        }
    }
}
