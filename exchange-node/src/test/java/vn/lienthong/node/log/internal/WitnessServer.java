package vn.lienthong.node.log.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessKeys;

/** A witness behind a real HTTP server. */
final class WitnessServer implements AutoCloseable {

    private static final String PREFIX = "/witness/";

    private final HttpServer server;
    private final WitnessBook book;
    private final WitnessKeys keys = WitnessKeys.generate("lienthong.vn/other/witness");
    private final List<VerifierKey> witnessed = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private WitnessServer(LogWorld world) throws IOException {
        book = new WitnessBook(
                new WitnessBook.Parts(world.tables.witnesses(), keys, world.tables.transactions(), world.ids),
                List.of(origin -> witnessed.stream()
                        .filter(key -> key.name().equals(origin))
                        .toList()),
                _ -> {},
                InstantSource.system());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PREFIX, this::handle);
        server.start();
    }

    static WitnessServer over(LogWorld world) throws IOException {
        return new WitnessServer(world);
    }

    WitnessBook book() {
        return book;
    }

    /** Stops or begins to answer. */
    void away(boolean away) {
        this.away = away;
    }

    /** Lists the log here, and this witness in the policy of the log. */
    void requireFor(OwnLog log) throws IOException {
        witnessed.addAll(log.keys().verifierKeys());
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/witness";
        List<LogPolicy.Witness> both = new ArrayList<>();
        for (VerifierKey key : keys.verifierKeys()) {
            both.add(new LogPolicy.Witness("w" + key.hexId(), key, url));
        }
        LogPolicy policy = new LogPolicy(
                log.keys().verifierKeys().stream()
                        .map(key -> new LogPolicy.Log(key, ""))
                        .toList(),
                both,
                List.of(LogPolicy.Group.all(
                        "other", both.stream().map(LogPolicy.Witness::name).toList())),
                "other");
        log.files().replace(LogFiles.POLICY, policy.encode());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            if (away) {
                send(exchange, 503, "away\n");
            } else if (path.equals("add-checkpoint")) {
                WitnessBook.Answer answer =
                        book.addCheckpoint(exchange.getRequestBody().readAllBytes());
                send(exchange, answer.status(), answer.body());
            } else {
                Optional<String> note =
                        Sha256.fromHex(path.replace("/checkpoint", "")).flatMap(book::latest);
                send(exchange, note.isPresent() ? 200 : 404, note.orElse("none\n"));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
