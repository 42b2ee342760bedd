package vn.lienthong.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
class NodeStartIT {

    private final ListenerPorts ports;
    private final TestTransportIdentity identity;

    @Autowired
    NodeStartIT(ListenerPorts ports, TestTransportIdentity identity) {
        this.ports = ports;
        this.identity = identity;
    }

    @Test
    void isHealthyAtItsApiPort() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(identity.anonymousClient(), ports.api(), "/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }

    @Test
    void showsNothingOfTheApiAtTheExchangePort() throws IOException, InterruptedException {
        assertThat(get(identity.exchangeClient(), ports.exchange(), "/actuator/health")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(identity.exchangeClient(), ports.exchange(), "/exchange/../actuator/health")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsNothingOfTheExchangeAtTheApiPort() throws IOException, InterruptedException {
        assertThat(get(identity.anonymousClient(), ports.api(), "/exchange/v1/parcels")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(identity.anonymousClient(), ports.api(), "/%65xchange/v1/parcels")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsExchangeRequestsPassTheGuardAtTheExchangePort() throws IOException, InterruptedException {
        assertThat(get(identity.exchangeClient(), ports.exchange(), "/exchange/v1/nothing-here")
                        .statusCode())
                .isIn(401, 403, 404);
    }

    @Test
    void refusesNodesWithoutACertificate() {
        assertThatThrownBy(() -> get(identity.anonymousClient(), ports.exchange(), "/exchange/v1/parcels"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesNodesWithACertificateItDoesNotKnow() {
        assertThatThrownBy(() -> get(identity.strangerClient(), ports.exchange(), "/exchange/v1/parcels"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void usesARenewedCertificateFromTheNextConnectionOn() throws IOException, InterruptedException {
        SSLContext before = identity.exchangeClient();
        identity.renew();
        assertThat(get(identity.exchangeClient(), ports.exchange(), "/exchange/v1/x")
                        .statusCode())
                .isIn(401, 403, 404);
        assertThatThrownBy(() -> get(before, ports.exchange(), "/exchange/v1/x"))
                .isInstanceOf(SSLException.class);
    }

    private static HttpResponse<String> get(SSLContext tls, int port, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
