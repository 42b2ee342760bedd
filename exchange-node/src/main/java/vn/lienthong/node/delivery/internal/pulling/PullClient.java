package vn.lienthong.node.delivery.internal.pulling;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.transport.PeerRequests;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.platform.InNodeRole;

/** The requests of a node that fetches. */
@Component
@InNodeRole
class PullClient {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LONG_LIMIT = Duration.ofHours(1);
    private static final int SMALL = 64 << 10;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;

    private final PeerTransport peers;
    private final WireCounters counters;

    PullClient(PeerTransport peers, WireCounters counters) {
        this.peers = peers;
        this.counters = counters;
    }

    /**
     * Something fetched.
     *
     * @param lease its name
     * @param type media type of the body
     * @param post where the body would be received; empty for parcels
     * @param body to be read by whoever gets this, and closed
     */
    record Fetched(UUID lease, String type, Optional<String> post, InputStream body) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private PeerTransport.Peer peer(NodeId source) throws IOException {
        return peers.to(source).orElseThrow(() -> new IOException("the directory lists no address"));
    }

    private HttpRequest.Builder request(PeerTransport.Peer peer, String path, Duration limit) {
        return HttpRequest.newBuilder(peer.address().resolve(PullWire.BASE + path))
                .timeout(limit);
    }

    /** Asks whether there is something; empty when there is not. */
    Optional<Fetched> fetch(PullSchedule.Turn turn, boolean large) throws IOException {
        PeerTransport.Peer peer = peer(turn.node());
        String query = "/lease?wait=" + turn.patience().toSeconds() + "&large=" + large + "&fresh=" + turn.fresh();
        HttpResponse<InputStream> response = PeerRequests.send(
                peer,
                request(peer, query, turn.patience().plus(LIMIT))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        if (response.statusCode() == OK) {
            return Optional.of(new Fetched(
                    response.headers()
                            .firstValue(PullWire.LEASE)
                            .flatMap(PullWire::lease)
                            .orElseThrow(() -> new IOException("a lease without a name")),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue(PullWire.POST),
                    counters.counting(turn.node(), response.body())));
        }
        drain(response);
        if (response.statusCode() == NO_CONTENT) {
            return Optional.empty();
        }
        throw new IOException("status " + response.statusCode());
    }

    private static void drain(HttpResponse<InputStream> response) throws IOException {
        if (PeerRequests.body(response, SMALL).length == SMALL) {
            throw new IOException("an answer that is too long");
        }
    }

    /**
     * Fetches the payload from an offset on; the stream ends where the connection does.
     *
     * @return empty when the lease has ended
     */
    Optional<InputStream> payload(NodeId source, UUID lease, long offset) throws IOException {
        PeerTransport.Peer peer = peer(source);
        HttpResponse<InputStream> response = PeerRequests.send(
                peer,
                request(peer, "/leases/" + lease + "/payload", LONG_LIMIT)
                        .header("Range", "bytes=" + offset + "-")
                        .GET()
                        .build());
        boolean begins = response.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + offset + "-"))
                .isPresent();
        if (response.statusCode() == PARTIAL && begins) {
            return Optional.of(counters.counting(source, response.body()));
        }
        drain(response);
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        throw new IOException("status " + response.statusCode());
    }

    /** Answers; false when the lease has ended: what was accepted will be offered again and recognised. */
    boolean answer(NodeId source, UUID lease, byte[] octets) throws IOException {
        PeerTransport.Peer peer = peer(source);
        counters.sent(source, octets.length);
        return isDone(PeerRequests.send(
                peer,
                request(peer, "/leases/" + lease + "/answer", LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(octets))
                        .build()));
    }

    /** Gives it back, so that it is offered again soon. */
    boolean giveBack(NodeId source, UUID lease) throws IOException {
        PeerTransport.Peer peer = peer(source);
        return isDone(PeerRequests.send(
                peer, request(peer, "/leases/" + lease, LIMIT).DELETE().build()));
    }

    private static boolean isDone(HttpResponse<InputStream> response) throws IOException {
        drain(response);
        return switch (response.statusCode()) {
            case NO_CONTENT -> true;
            case NOT_FOUND -> false;
            default -> throw new IOException("status " + response.statusCode());
        };
    }

    /** The body of something small. */
    static byte[] small(Fetched fetched, int limit) throws IOException {
        byte[] octets = fetched.body().readNBytes(limit + 1);
        if (octets.length > limit) {
            throw new IOException("a body that is too long");
        }
        return octets;
    }
}
