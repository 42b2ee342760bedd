package vn.lienthong.node.client;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;

/** A node that says what it was told to say and remembers what it was asked. */
public final class FakeNode implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Replying> replies = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    /**
     * What it was asked.
     *
     * @param line method and path
     * @param exchange with its headers
     * @param body as it came
     */
    public record Asked(String line, HttpExchange exchange, String body) {
        /** A header, or an empty text. */
        public String header(String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }
    }

    private interface Replying {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Listens on a free loopback port. */
    public FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), exchange, body));
            replies.removeFirst().to(exchange);
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] content, int cutAfter) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content, 0, cutAfter < 0 ? content.length : cutAfter);
        exchange.getResponseBody().flush();
    }

    /** Says this next. */
    @CanIgnoreReturnValue
    public FakeNode says(int status, String json) {
        return sends(status, json.getBytes(StandardCharsets.UTF_8), -1);
    }

    /** Sends these octets next, and breaks the connection after some of them when {@code cutAfter} is not negative. */
    @CanIgnoreReturnValue
    public synchronized FakeNode sends(int status, byte[] octets, int cutAfter) {
        replies.addLast(exchange -> reply(exchange, status, octets, cutAfter));
        return this;
    }

    /** What it was asked, in order. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Its address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of it. */
    public ExchangeClient client() throws IOException {
        return ExchangeClient.open(
                new Connection(url(), Optional.empty(), Optional.of(new Secret("ltk_test")), Duration.ofSeconds(10)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
