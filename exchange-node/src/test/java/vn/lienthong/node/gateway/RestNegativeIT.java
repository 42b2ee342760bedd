package vn.lienthong.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.gateway.OpenApiDocument.Operation;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Every operation of the description, with everything about a request that can be wrong: only typed refusals come back. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestNegativeIT {
    private static final AgencyCode AGENCY = new AgencyCode("H63.10");
    private static final String JSON_TYPE = "application/json";
    private static final List<String> IDS = List.of(
            "nope",
            "019a0b7c-5a00-7000-8000-0000000000ff",
            "999999999999999999",
            "-1",
            "x".repeat(300),
            "%F0%9F%92%A9",
            "%25");
    private static final List<String> VALUES =
            List.of("x", "-1", "99999999999999999999999999", "", "%00", "null", "%5B%5D", "x".repeat(500));

    private final TestDirectory directory;
    private final HttpClient http;
    private final String origin;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final OpenApiDocument document;
    private final RequestMappingHandlerMapping mapping;
    private final JsonMapper json = new JsonMapper();
    private final List<String> faults = new ArrayList<>();

    @Autowired
    RestNegativeIT(
            TestTransportIdentity identity,
            ListenerPorts ports,
            ApiKeys apiKeys,
            InstantSource clock,
            TestDirectory directory,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping)
            throws IOException {
        this.directory = directory;
        this.mapping = mapping;
        this.document = OpenApiDocument.read();
        this.http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.origin = "https://127.0.0.1:" + ports.api();
        Map<String, Set<ApiScope>> kinds = Map.of(
                "all", Set.of(ApiScope.SUBMIT, ApiScope.RECEIVE, ApiScope.TRACK),
                "none", Set.of(ApiScope.DIRECTORY_ADMIN));
        kinds.forEach((name, scopes) -> keys.put(
                name,
                apiKeys.issue(new NewApiKey(
                                AGENCY, name, scopes, clock.instant().plus(Duration.ofDays(1))))
                        .token()
                        .reveal()));
    }

    @BeforeAll
    void listAgency() throws IOException {
        directory.listSelf();
        var _ = directory.host(AGENCY);
    }

    private List<Operation> operations() {
        return document.operations().stream()
                .filter(Operation::everywhere)
                .filter(operation -> operation.path().startsWith("/api/"))
                .toList();
    }

    @Test
    void describesWhatIsServedAndNothingElse() {
        Set<String> served = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/probe"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
        Set<String> everywhere = new TreeSet<>();
        operations().forEach(operation -> everywhere.add(operation.name()));
        Set<String> described = new TreeSet<>();
        document.operations().forEach(operation -> described.add(operation.name()));
        assertThat(served).as("routes that docs/openapi.yaml must describe").isSubsetOf(described);
        assertThat(everywhere).as("operations that the program must serve").isSubsetOf(served);
    }

    private static String body(Operation operation, OpenApiDocument document, String kind) {
        JsonNode content = document.resolved(operation.node().path("requestBody"))
                .path("content")
                .path(JSON_TYPE);
        return switch (kind) {
            case "example" -> content.path("example").toString();
            case "broken" -> "{\"recipients\":[";
            case "deep" -> "[".repeat(20_000);
            case "long" -> "{\"text\":\"" + "x".repeat(2 << 20) + "\"}";
            case "twice" -> "{\"leaseId\":1,\"leaseId\":2}";
            default -> kind;
        };
    }

    private boolean takesJson(Operation operation) {
        return document.resolved(operation.node().path("requestBody"))
                .path("content")
                .has(JSON_TYPE);
    }

    private String path(Operation operation, @Nullable String id) {
        String path = operation.path();
        for (JsonNode parameter : document.parameters(operation)) {
            if (parameter.get("in").asString().equals("path")) {
                String value = id == null ? parameter.path("example").asString("1") : id;
                path = path.replace("{" + parameter.get("name").asString() + "}", value);
            }
        }
        return path;
    }

    private HttpRequest.Builder request(String path, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Duration.ofSeconds(20))
                .header("Idempotency-Key", "negative-" + System.nanoTime())
                .header("Tus-Resumable", "1.0.0");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request;
    }

    private HttpResponse<String> ask(Operation operation, String path, @Nullable String key, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path, key)
                        .header("Content-Type", type)
                        .method(operation.method(), BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(Operation operation, String path, @Nullable String key)
            throws IOException, InterruptedException {
        return http.send(
                request(path, key)
                        .method(operation.method(), BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** Notes an answer that is no typed refusal; what happens to be fine is fine. */
    private void typed(String what, Operation operation, HttpResponse<String> answer, int... wanted) {
        int status = answer.statusCode();
        String about = operation.name() + " with " + what + " -> " + status;
        if (answer.headers().firstValue("X-Correlation-Id").isEmpty()) {
            faults.add(about + " without X-Correlation-Id");
        }
        if (status >= 500) {
            faults.add(about + " " + answer.body());
        }
        if (wanted.length > 0 && Arrays.stream(wanted).noneMatch(one -> one == status)) {
            faults.add(about);
        }
        if (status >= 400 && !operation.method().equals("HEAD")) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            List<String> wrong = type.startsWith(Problem.MEDIA_TYPE)
                    ? document.faults(document.root().at("/components/schemas/Problem"), json.readTree(answer.body()))
                    : List.of("no problem but " + type);
            wrong.forEach(fault -> faults.add(about + ": " + fault));
        }
    }

    @Test
    void refusesCallersWithoutAKeyOrScope() throws IOException, InterruptedException {
        faults.clear();
        for (Operation operation : operations()) {
            boolean open = operation.node().has("security");
            String path = path(operation, null);
            typed("no key", operation, ask(operation, path, null), open ? new int[] {200, 204} : new int[] {401});
            typed("a wrong key", operation, ask(operation, path, "ltk_0123456789abcdef_" + "0".repeat(64)), 401);
            if (!open && !operation.path().endsWith("/quota")) {
                typed("no scope", operation, ask(operation, path, keys.get("none")), 403, 404, 422, 412, 415, 400);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void refusesWrongIdsAndParameters() throws IOException, InterruptedException {
        faults.clear();
        for (Operation operation : operations()) {
            if (operation.path().contains("{")) {
                for (String id : IDS) {
                    typed("id " + id, operation, ask(operation, path(operation, id), keys.get("all")));
                }
            }
            for (JsonNode parameter : document.parameters(operation)) {
                if (parameter.get("in").asString().equals("query")) {
                    for (String value : VALUES) {
                        String query = "?" + parameter.get("name").asString() + "=" + value;
                        String path = path(operation, null) + query;
                        typed(query, operation, ask(operation, path, keys.get("all")));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void refusesWrongMethodsAndMediaTypes() throws IOException, InterruptedException {
        faults.clear();
        for (Operation operation : operations()) {
            String path = path(operation, null);
            for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
                if (!operation.item().has(method.toLowerCase(Locale.ROOT))) {
                    Operation wrong = new Operation(operation.path(), method, operation.node(), operation.item());
                    typed("the wrong method", wrong, ask(wrong, path, keys.get("all")), 404, 405);
                }
            }
            if (takesJson(operation)) {
                typed("text", operation, ask(operation, path, keys.get("all"), "text/csv", "a;b"));
                typed("xml", operation, ask(operation, path, keys.get("all"), "application/xml", "<a/>"));
                typed("no type", operation, ask(operation, path, keys.get("all"), "x", "{}"));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void refusesWrongBodies() throws IOException, InterruptedException {
        faults.clear();
        List<String> kinds =
                List.of("example", "broken", "deep", "long", "twice", "", "{}", "[]", "null", "1", "\"x\"");
        for (Operation operation : operations()) {
            if (takesJson(operation)) {
                String path = path(operation, null);
                for (String kind : kinds) {
                    String body = body(operation, document, kind);
                    String what = kind.isEmpty() ? "no body" : kind;
                    typed(what, operation, ask(operation, path, keys.get("all"), JSON_TYPE, body));
                }
                for (String wrong : wrongTypes(operation)) {
                    typed(wrong, operation, ask(operation, path, keys.get("all"), JSON_TYPE, wrong));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The example with each member in turn left out, and of another type. */
    private List<String> wrongTypes(Operation operation) {
        JsonNode example = json.readTree(body(operation, document, "example"));
        List<String> bodies = new ArrayList<>();
        for (String member : example.propertyNames()) {
            for (String value : List.of("null", "1", "[[]]", "{\"a\":{}}", "\"" + "x".repeat(3000) + "\"")) {
                var changed = ((ObjectNode) example.deepCopy());
                changed.set(member, json.readTree(value));
                bodies.add(changed.toString());
            }
            var without = ((ObjectNode) example.deepCopy());
            var _ = without.remove(member);
            bodies.add(without.toString());
        }
        return bodies;
    }

    @Test
    void answersAsDescribed() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                HttpResponse<String> answer = ask(operation, operation.path(), keys.get("all"));
                String type = answer.headers().firstValue("Content-Type").orElse("");
                wrong.addAll(
                        document.faults(operation, answer.statusCode(), type.replaceAll(";.*", ""), answer.body()));
                assertThat(answer.statusCode()).as(operation.name()).isEqualTo(200);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void servesItsDescription() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(origin + "/openapi.yaml")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("openapi: 3.1");
    }

    @Test
    void answersNothingNewToWhoHasTheDirectoryAlready() throws IOException, InterruptedException {
        String path = "/api/v1/directory";
        HttpResponse<String> first = http.send(request(path, keys.get("all")).build(), BodyHandlers.ofString());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = http.send(
                request(path, keys.get("all")).header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        long sequence = json.readTree(first.body()).get("sequence").asLong();
        HttpResponse<String> changes =
                http.send(request(path + "?since=" + sequence, keys.get("all")).build(), BodyHandlers.ofString());
        JsonNode none = json.readTree(changes.body());
        assertThat(none.get("complete").asBoolean()).isFalse();
        assertThat(none.get("agencies").size()).isZero();
    }
}
