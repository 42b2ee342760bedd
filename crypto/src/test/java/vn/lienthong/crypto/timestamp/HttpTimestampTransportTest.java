package vn.lienthong.crypto.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTimestampTransportTest {

    private static final byte[] REQUEST = "request".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.US_ASCII);

    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    HttpTimestampTransportTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/good", handler(200, TimestampAuthority.RESPONSE_TYPE, ANSWER));
        server.createContext("/page", handler(200, "text/html", ANSWER));
        server.createContext("/error", handler(500, TimestampAuthority.RESPONSE_TYPE, ANSWER));
        byte[] large = new byte[TimestampTransport.LARGEST_ANSWER + 1];
        server.createContext("/large", handler(200, TimestampAuthority.RESPONSE_TYPE, large));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/good");
            handler(302, TimestampAuthority.RESPONSE_TYPE, new byte[1]).handle(exchange);
        });
        server.createContext("/slow", this::stall);
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheAnswer() throws IOException {
        try (HttpTimestampTransport transport = transport("/good", Duration.ofSeconds(30))) {
            assertThat(transport.exchange(REQUEST)).isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/error", "/large", "/moved", "/none"})
    void failsOnAnyOtherAnswer(String path) {
        try (HttpTimestampTransport transport = transport(path, Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> transport.exchange(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        try (HttpTimestampTransport transport = transport("/slow", Duration.ofMillis(300))) {
            assertThatThrownBy(() -> transport.exchange(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://host/", "http:///x", "http://user@host/", "http://host/#x", "x"})
    void refusesOtherAddresses(String address) {
        assertThatThrownBy(() -> new HttpTimestampTransport(URI.create(address), Duration.ofSeconds(1)).close())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpTimestampTransport transport(String path, Duration timeout) {
        int port = server.getAddress().getPort();
        return new HttpTimestampTransport(URI.create("http://127.0.0.1:" + port + path), timeout);
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TimestampAuthority.RESPONSE_TYPE);
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static HttpHandler handler(int status, String type, byte[] body) {
        return exchange -> {
            try (exchange) {
                assertThat(exchange.getRequestBody().readAllBytes()).isEqualTo(REQUEST);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        };
    }
}
