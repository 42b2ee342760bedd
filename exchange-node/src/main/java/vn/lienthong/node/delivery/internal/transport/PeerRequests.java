package vn.lienthong.node.delivery.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.lienthong.node.keys.PeerTransport;

/** Requests to other nodes, with bounded answers. */
public final class PeerRequests {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private PeerRequests() {}

    /**
     * Sends a request and waits for the head of the answer.
     *
     * @throws IOException also when this thread is to stop
     */
    public static HttpResponse<InputStream> send(PeerTransport.Peer peer, HttpRequest request) throws IOException {
        try {
            return peer.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a peer", e);
        }
    }

    /**
     * Reads the whole answer, which leaves the connection ready for the next request.
     *
     * @throws IOException when it is longer than the limit
     */
    public static byte[] body(HttpResponse<InputStream> response, int limit) throws IOException {
        try (InputStream body = response.body()) {
            byte[] octets = body.readNBytes(limit + 1);
            if (octets.length > limit) {
                throw new IOException("the answer of a peer is longer than allowed");
            }
            return octets;
        }
    }

    /** Returns for how long the peer asks to be left alone. */
    static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(pause -> pause.compareTo(Duration.ofHours(1)) <= 0)
                .orElse(USUAL_PAUSE);
    }
}
