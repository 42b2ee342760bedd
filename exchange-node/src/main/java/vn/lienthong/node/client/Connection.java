package vn.lienthong.node.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;

/**
 * Where a client connects and as whom.
 *
 * @param url the node's public address, for example {@code https://node.example:8443}
 * @param anchor a PEM file whose first certificate is the only authority trusted for the connection; the system's
 *     authorities when absent
 * @param apiKey the key to present; none for the public resources
 * @param patience how long one answer may take, beside the time for its octets
 */
public record Connection(URI url, Optional<Path> anchor, Optional<Secret> apiKey, Duration patience) {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /** Refuses an address that is not one of HTTP. */
    public Connection {
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("the address must begin with https://");
        }
        if (apiKey.isPresent() && "http".equals(url.getScheme()) && !isLoopback(url)) {
            throw new IllegalArgumentException("an API key is never sent without TLS: use https://");
        }
    }

    /** With the usual patience of a minute. */
    public static Connection to(URI url, Optional<Path> anchor, Optional<Secret> apiKey) {
        return new Connection(url, anchor, apiKey, USUAL_PATIENCE);
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
    }
}
