package vn.lienthong.node.desk;

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
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;

/** A document-management system that talks to the node under test. */
record DeskClient(HttpClient http, String origin, ApiKeys keys, InstantSource clock) {

    private static final JsonMapper JSON = new JsonMapper();

    String key(AgencyCode agency, ApiScope... scopes) {
        NewApiKey wish =
                new NewApiKey(agency, "test", Set.of(scopes), clock.instant().plus(Duration.ofDays(1)));
        return keys.issue(wish).token().reveal();
    }

    HttpResponse<String> post(String apiKey, String idempotencyKey, byte[] form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + "/api/v1/dispatches"))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "multipart/form-data; boundary=" + Form.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String apiKey, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + apiKey)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> postJson(String apiKey, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + apiKey)
                .header("Idempotency-Key", "once-" + System.nanoTime())
                .POST(BodyPublishers.ofString(body));
        return http.send(
                (body.isEmpty() ? request : request.header("Content-Type", "application/json")).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(String apiKey, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + apiKey);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    static JsonNode refused(HttpResponse<String> answer, String code) {
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(problem.get("status").asInt());
        return problem;
    }
}
