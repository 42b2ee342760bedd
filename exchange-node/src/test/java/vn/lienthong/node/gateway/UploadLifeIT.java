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
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@Import({ProbeResource.class, RefusalRecorder.class, SettableClock.class})
class UploadLifeIT {
    private final SettableClock clock;
    private final HttpClient client;
    private final String origin;
    private final String key;

    @Autowired
    UploadLifeIT(ApiKeys keys, SettableClock clock, TestTransportIdentity identity, ListenerPorts ports) {
        this.clock = clock;
        this.client =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.origin = "https://127.0.0.1:" + ports.api();
        this.key = keys.issue(new NewApiKey(
                        new AgencyCode("H65.10"),
                        "life",
                        Set.of(ApiScope.SUBMIT),
                        clock.instant().plus(Duration.ofDays(20))))
                .token()
                .reveal();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + key)
                .header("Tus-Resumable", "1.0.0");
    }

    private int part(String location, int offset) throws IOException, InterruptedException {
        HttpRequest part = request(location)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Integer.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(new byte[] {1}))
                .build();
        return client.send(part, BodyHandlers.ofString()).statusCode();
    }

    private String begin() throws IOException, InterruptedException {
        Base64.Encoder base64 = Base64.getEncoder();
        String metadata = "filename " + base64.encodeToString("a.pdf".getBytes(StandardCharsets.UTF_8)) + ",sha256 "
                + base64.encodeToString("00".repeat(32).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> begun = client.send(
                request("/api/v1/files")
                        .header("Upload-Length", "10")
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void keepsAnUploadADayAfterItsLastPart() throws IOException, InterruptedException {
        String location = begin();
        clock.advance(Duration.ofHours(23));
        assertThat(part(location, 0)).isEqualTo(204);
        clock.advance(Duration.ofHours(23));
        assertThat(part(location, 1)).isEqualTo(204);
        clock.advance(Duration.ofHours(25));
        assertThat(part(location, 2)).isEqualTo(404);
    }
}
