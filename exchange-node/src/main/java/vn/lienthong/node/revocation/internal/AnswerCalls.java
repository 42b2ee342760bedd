package vn.lienthong.node.revocation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls of hosts outside: only such as are allowed by name, no redirects, no more octets than announced, and a pause after a host
 * that did not answer.
 */
final class AnswerCalls implements AutoCloseable {

    private static final int OK = 200;

    private final Set<String> allowed;
    private final Duration timeout;
    private final Duration pause;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, Instant> silent = new ConcurrentHashMap<>();

    AnswerCalls(RevocationProperties settings, InstantSource clock) {
        this.allowed = new HashSet<>(settings.hosts());
        this.timeout = settings.timeout();
        this.pause = settings.pause();
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    boolean isAllowed(URI address) {
        return allowed.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /** Keeps the allowed ones. */
    List<URI> allowed(List<URI> addresses) {
        return addresses.stream().filter(this::isAllowed).toList();
    }

    /** Sends an OCSP request. */
    byte[] ask(URI responder, byte[] request, int most) throws IOException {
        return call(
                HttpRequest.newBuilder(responder)
                        .header("Content-Type", "application/ocsp-request")
                        .POST(BodyPublishers.ofByteArray(request)),
                most);
    }

    /** Fetches a list. */
    byte[] fetch(URI list, int most) throws IOException {
        return call(HttpRequest.newBuilder(list).GET(), most);
    }

    private byte[] call(HttpRequest.Builder prepared, int most) throws IOException {
        HttpRequest request = prepared.timeout(timeout).build();
        String host = request.uri().getAuthority();
        Instant until = silent.get(host);
        if (until != null && clock.instant().isBefore(until)) {
            throw new IOException("did not answer a moment ago");
        }
        try {
            byte[] answer = send(request, most);
            silent.remove(host);
            return answer;
        } catch (IOException e) {
            silent.put(host, clock.instant().plus(pause));
            throw e;
        }
    }

    private byte[] send(HttpRequest request, int most) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("status " + response.statusCode());
                }
                byte[] octets = body.readNBytes(most + 1);
                if (octets.length > most) {
                    throw new IOException("more than " + most + " octets");
                }
                return octets;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
