package vn.lienthong.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@Import({ProbeResource.class, RefusalRecorder.class, SettableClock.class})
class RestEdgeIT {

    private static final AgencyCode OWN = new AgencyCode("H37.02");
    private static final String OWN_PROBE = "/api/v1/probe/agencies/H37.02";
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final ApiKeys keys;
    private final SettableClock clock;
    private final RefusalRecorder refusals;
    private final HttpClient client;
    private final String origin;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    RestEdgeIT(
            ApiKeys keys,
            SettableClock clock,
            RefusalRecorder refusals,
            TestTransportIdentity identity,
            ListenerPorts ports) {
        this.keys = keys;
        this.clock = clock;
        this.refusals = refusals;
        this.client =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void letsAGoodKeyIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(OWN_PROBE, token(ApiScope.TRACK));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("H37.02");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
    }

    @Test
    void asksForAKeyWhereNoneIsShown() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(OWN_PROBE, "");
        problem(answer, 401, "LT-1101");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refusals.last().reason()).isEqualTo(Reason.KEY_MISSING);
    }

    @Test
    void refusesAWrongSecretBehindAKnownId() throws IOException, InterruptedException {
        String token = token(ApiScope.TRACK);
        char other = token.endsWith("0") ? '1' : '0';
        problem(get(OWN_PROBE, token.substring(0, token.length() - 1) + other), 401, "LT-1101");
        assertThat(refusals.last().reason()).isEqualTo(Reason.KEY_UNKNOWN);
    }

    @Test
    void refusesWhatIsNoKeyAtAll() throws IOException, InterruptedException {
        problem(get(OWN_PROBE, "ltk_"), 401, "LT-1101");
        problem(get(OWN_PROBE, "x".repeat(5000)), 401, "LT-1101");
        problem(get("/api/v1/status", "ltk_nonsense"), 401, "LT-1101");
    }

    @Test
    void refusesARevokedKey() throws IOException, InterruptedException {
        IssuedApiKey key = issue(ApiScope.TRACK);
        assertThat(get(OWN_PROBE, key.token().reveal()).statusCode()).isEqualTo(200);
        assertThat(keys.revoke(key.id())).isTrue();
        assertThat(keys.revoke(key.id())).isFalse();
        problem(get(OWN_PROBE, key.token().reveal()), 401, "LT-1101");
        assertThat(refusals.last().reason()).isEqualTo(Reason.KEY_REVOKED);
        assertThat(refusals.last().actor()).isEqualTo("key:" + key.id().value());
    }

    @Test
    void refusesAKeyWhoseTimeIsOver() throws IOException, InterruptedException {
        String token = token(ApiScope.TRACK);
        clock.advance(Duration.ofDays(31));
        problem(get(OWN_PROBE, token), 401, "LT-1102");
        assertThat(refusals.last().reason()).isEqualTo(Reason.KEY_EXPIRED);
    }

    @Test
    void refusesAKeyWithoutTheScope() throws IOException, InterruptedException {
        problem(get(OWN_PROBE, token(ApiScope.SUBMIT)), 403, "LT-1103");
        assertThat(refusals.last().reason()).isEqualTo(Reason.SCOPE_MISSING);
    }

    @Test
    void refusesTheKeyOfAnotherAgency() throws IOException, InterruptedException {
        problem(get("/api/v1/probe/agencies/A01.02", token(ApiScope.TRACK)), 403, "LT-1103");
        assertThat(refusals.last().reason()).isEqualTo(Reason.FOREIGN_AGENCY);
    }

    @Test
    void neverReportsASecret() throws IOException, InterruptedException {
        IssuedApiKey key = issue(ApiScope.SUBMIT);
        String token = key.token().reveal();
        var _ = get(OWN_PROBE + "?key=" + token, token);
        assertThat(refusals.last().toString()).doesNotContain(token.substring(21));
        assertThat(key.toString()).doesNotContain(token.substring(21));
    }

    @Test
    void showsTheStatusWithoutAKey() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/status", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode status = json.readTree(answer.body());
        assertThat(status.propertyNames()).containsExactly("name", "role", "version", "time", "health");
        assertThat(status.get("role").asString()).isEqualTo("node");
        assertThat(status.get("health").asString()).isEqualTo("UP");
    }

    @Test
    void keepsDefectsToItself() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/probe/defect", token(ApiScope.TRACK));
        problem(answer, 500, "LT-9999");
        assertThat(answer.body()).doesNotContain(ProbeResource.SECRET, "IllegalState", "vn.lienthong", "\tat ");
    }

    @Test
    void asksToComeAgainWhileTheDatabaseIsAway() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/v1/probe/database-away", token(ApiScope.TRACK));
        problem(answer, 503, "LT-9002");
        assertThat(answer.body()).doesNotContain(ProbeResource.SECRET);
    }

    @Test
    void answersErrorsOfTheCatalogue() throws IOException, InterruptedException {
        problem(get("/api/v1/probe/known", token(ApiScope.TRACK)), 422, "LT-1201");
    }

    @Test
    void answersWhatDoesNotExistWithoutAskingTheContainer() throws IOException, InterruptedException {
        problem(get("/api/v1/nothing", token(ApiScope.TRACK)), 404, "LT-1005");
        HttpResponse<String> wrongMethod = post("/api/v1/status", "application/json", "{}");
        problem(wrongMethod, 405, "LT-1006");
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void answersBodiesThatCannotBeRead() throws IOException, InterruptedException {
        problem(post("/api/v1/probe/letters", "application/json", "{\"title\":"), 400, "LT-1001");
        problem(post("/api/v1/probe/letters", "application/json", "[1,2"), 400, "LT-1001");
        problem(post("/api/v1/probe/letters", "text/csv", "a;b"), 415, "LT-1003");
        problem(post("/api/v1/probe/files", "multipart/form-data", "nonsense"), 400, "LT-1001");
        problem(post("/api/v1/probe/files", "multipart/form-data; boundary=b", "--b--\r\n"), 400, "LT-1001");
    }

    @Test
    void namesTheFieldThatIsWrongButNotItsValue() throws IOException, InterruptedException {
        JsonNode problem =
                problem(post("/api/v1/probe/letters", "application/json", "{\"title\":\" \"}"), 422, "LT-1002");
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo("/title");
        assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("LT-1002");
    }

    @Test
    void goesOnWithTheTraceOfTheCaller() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(origin + "/api/v1/none")).header("traceparent", TRACEPARENT));
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("0af7651916cd43dd8448eb211c80319c");
        assertThat(json.readTree(answer.body()).get("traceId").asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.get("instance").asString()).startsWith("/api/v1/");
        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .hasValue(problem.get("traceId").asString());
        return problem;
    }

    private IssuedApiKey issue(ApiScope scope) {
        return keys.issue(
                new NewApiKey(OWN, "test", Set.of(scope), clock.instant().plus(Duration.ofDays(30))));
    }

    private String token(ApiScope scope) {
        return issue(scope).token().reveal();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + token(ApiScope.TRACK))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
