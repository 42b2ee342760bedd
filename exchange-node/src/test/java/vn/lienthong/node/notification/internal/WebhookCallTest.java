package vn.lienthong.node.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookCallTest {
    private final HookServer server = new HookServer();

    @AfterEach
    void close() {
        server.close();
    }

    private SendAnswer post(String address, String... allowed) throws IOException {
        WebhookCall call =
                new WebhookCall(TrustedAuthority.context(server.authority()), new TargetNetworks(List.of(allowed)));
        return call.post(
                WebhookAddress.parse(address).orElseThrow(), Map.of("webhook-id", "msg_1"), "{\"type\":\"x\"}");
    }

    @Test
    void carriesHeadersAndBody() throws IOException {
        assertThat(post(server.address(204), "127.0.0.0/8", "::1/128")).isInstanceOf(SendAnswer.Sent.class);
        assertThat(server.calls()).hasSize(1);
        assertThat(server.calls().getFirst().id()).isEqualTo("msg_1");
        assertThat(server.calls().getFirst().body()).isEqualTo("{\"type\":\"x\"}");
    }

    @Test
    void doesNotConnectToAddressesInside() throws IOException {
        assertThat(post(server.address(204))).isEqualTo(new SendAnswer.Refused("ADDRESS_NOT_ALLOWED"));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void followsNoRedirect() throws IOException {
        assertThat(post(server.address(302), "127.0.0.0/8", "::1/128")).isInstanceOf(SendAnswer.Failed.class);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void tellsGoneFromFailed() throws IOException {
        assertThat(post(server.address(500), "127.0.0.0/8", "::1/128")).isInstanceOf(SendAnswer.Failed.class);
        assertThat(post(server.address(410), "127.0.0.0/8", "::1/128")).isEqualTo(new SendAnswer.Refused("GONE"));
    }

    @Test
    void trustsNobodyElse() throws IOException {
        try (HookServer other = new HookServer()) {
            assertThat(post(other.address(204), "127.0.0.0/8", "::1/128")).isInstanceOf(SendAnswer.Failed.class);
            assertThat(other.calls()).isEmpty();
        }
    }
}
