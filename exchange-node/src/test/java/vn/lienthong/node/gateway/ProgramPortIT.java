package vn.lienthong.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeyBounds;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.IssuedApiKey;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestTransportIdentity;
import vn.lienthong.node.testing.TestTransportIdentity.KnownClient;

@NodeTest
@TestPropertySource(
        properties = {
            "lienthong.listener.program-port=0",
            "lienthong.api.key-rate=1",
            "lienthong.api.key-burst=5",
        })
class ProgramPortIT {
    private static final AgencyCode AGENCY = new AgencyCode("H62.10");
    private static final String QUOTA = "/api/v1/quota";

    private final TestTransportIdentity identity;
    private final ApiKeys keys;
    private final InstantSource clock;
    private final String open;
    private final String program;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    ProgramPortIT(TestTransportIdentity identity, ListenerPorts ports, ApiKeys keys, InstantSource clock) {
        this.identity = identity;
        this.keys = keys;
        this.clock = clock;
        this.open = "https://127.0.0.1:" + ports.api();
        this.program = "https://127.0.0.1:" + ports.program().orElseThrow();
    }

    private IssuedApiKey issue(@Nullable CertificateDigest certificate) {
        ApiKeyBounds bounds = new ApiKeyBounds(ApiKeyKind.LIVE, List.of(), certificate);
        return keys.issue(new NewApiKey(
                AGENCY,
                "program",
                Set.of(ApiScope.SUBMIT, ApiScope.TRACK),
                clock.instant().plus(Duration.ofDays(1)),
                bounds));
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpResponse<String> get(HttpClient client, String url, @Nullable String bearer)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> token(HttpClient client, String origin, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    @Test
    void knowsARegisteredCertificateAndNoOther() throws IOException, InterruptedException {
        KnownClient known = identity.knownClient();
        IssuedApiKey key = issue(CertificateDigest.of(known.certificate()));
        try (HttpClient with = client(known.context());
                HttpClient other = client(identity.knownClient().context());
                HttpClient without = client(identity.anonymousClient())) {
            assertThat(read(get(with, program + QUOTA, null), 200).get("agency").asString())
                    .isEqualTo("H62.10");
            assertThat(read(get(other, program + QUOTA, null), 401).get("code").asString())
                    .isEqualTo("LT-1101");
            String text = key.token().reveal();
            assertThat(get(with, program + QUOTA, text).statusCode()).isEqualTo(200);
            assertThat(get(without, program + QUOTA, text).statusCode()).isEqualTo(401);
            // The public port asks nobody for a certificate, so none arrives there.
            assertThat(get(with, open + QUOTA, text).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void bindsATokenToTheCertificateOfItsConnection() throws IOException, InterruptedException {
        KnownClient known = identity.knownClient();
        IssuedApiKey key = issue(CertificateDigest.of(known.certificate()));
        String form = "grant_type=client_credentials&scope=track&client_id="
                + key.id().value();
        try (HttpClient with = client(known.context());
                HttpClient other = client(identity.knownClient().context())) {
            JsonNode token = read(token(with, program, form), 200);
            assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
            assertThat(token.get("expires_in").asInt()).isEqualTo(900);
            assertThat(token.get("scope").asString()).isEqualTo("track");
            assertThat(token.get("cnf").get("x5t#S256").asString()).hasSize(43);
            String access = token.get("access_token").asString();
            assertThat(get(with, program + QUOTA, access).statusCode()).isEqualTo(200);
            assertThat(get(other, program + QUOTA, access).statusCode()).isEqualTo(401);
            assertThat(read(token(other, program, form), 401).get("error").asString())
                    .isEqualTo("invalid_client");
        }
    }

    @Test
    void givesTokensForKeysAndRefusesWhatIsWrong() throws IOException, InterruptedException {
        IssuedApiKey key = issue(null);
        String id = key.id().value();
        String pair =
                Base64.getEncoder().encodeToString((id + ":" + key.token().reveal()).getBytes(StandardCharsets.UTF_8));
        String grant = "grant_type=client_credentials";
        try (HttpClient client = client(identity.anonymousClient())) {
            JsonNode token = read(token(client, open, grant, "Authorization", "Basic " + pair), 200);
            assertThat(token.has("cnf")).isFalse();
            String access = token.get("access_token").asString();
            assertThat(get(client, open + QUOTA, access).statusCode()).isEqualTo(200);
            String posted = grant + "&client_id=" + id + "&client_secret=";
            assertThat(token(client, open, posted + key.token().reveal()).statusCode())
                    .isEqualTo(200);
            assertThat(read(token(client, open, posted + access), 401)
                            .get("error")
                            .asString())
                    .isEqualTo("invalid_client");
            assertThat(token(client, open, posted + "ltk_x").statusCode()).isEqualTo(401);
            assertThat(token(client, open, grant).statusCode()).isEqualTo(401);
            assertThat(read(token(client, open, "grant_type=password"), 400)
                            .get("error")
                            .asString())
                    .isEqualTo("unsupported_grant_type");
            assertThat(read(token(client, open, posted + key.token().reveal() + "&scope=receive"), 400)
                            .get("error")
                            .asString())
                    .isEqualTo("invalid_scope");
            JsonNode metadata = read(get(client, open + "/.well-known/oauth-authorization-server", null), 200);
            assertThat(metadata.get("mtls_endpoint_aliases")
                            .get("token_endpoint")
                            .asString())
                    .isEqualTo(program + "/oauth2/token");
        }
    }

    @Test
    void slowsDownWhoAsksTooOften() throws IOException, InterruptedException {
        String key = issue(null).token().reveal();
        try (HttpClient client = client(identity.anonymousClient())) {
            HttpResponse<String> last = get(client, open + QUOTA, key);
            for (int turn = 0; turn < 8 && last.statusCode() == 200; turn++) {
                last = get(client, open + QUOTA, key);
            }
            assertThat(read(last, 429).get("code").asString()).isEqualTo("LT-1107");
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(last.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(value -> assertThat(value).contains("\"key\";r=0"));
            assertThat(get(client, open + QUOTA, issue(null).token().reveal()).statusCode())
                    .isEqualTo(200);
        }
    }
}
