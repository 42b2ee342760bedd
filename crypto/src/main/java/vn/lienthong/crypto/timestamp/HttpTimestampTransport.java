package vn.lienthong.crypto.timestamp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * RFC 3161 §3.4 over HTTP. Talks to the configured address only: redirects are failures, answers are cut off by size and time.
 * A timestamp needs no secrecy and is signed, so plain HTTP is allowed.
 */
public final class HttpTimestampTransport implements TimestampTransport, AutoCloseable {

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;

    /**
     * Creates a transport.
     *
     * @param address where the authority answers, http or https, without user information or fragment
     * @param timeout for the whole exchange
     * @throws IllegalArgumentException when the address is not of that kind
     */
    public HttpTimestampTransport(URI address, Duration timeout) {
        this(address, timeout, HttpClient.newBuilder());
    }

    /**
     * Creates a transport that trusts as the context says.
     *
     * @param address where the authority answers, http or https, without user information or fragment
     * @param timeout for the whole exchange
     * @param tls whom to believe that he is the authority's server
     * @throws IllegalArgumentException when the address is not of that kind
     */
    public HttpTimestampTransport(URI address, Duration timeout, SSLContext tls) {
        this(address, timeout, HttpClient.newBuilder().sslContext(tls));
    }

    private HttpTimestampTransport(URI address, Duration timeout, HttpClient.Builder builder) {
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("not the address of a timestamp authority");
        }
        this.address = address;
        this.timeout = timeout;
        this.client = builder.followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public byte[] exchange(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", TimestampAuthority.REQUEST_TYPE)
                .header("Accept", TimestampAuthority.RESPONSE_TYPE)
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        HttpResponse<byte[]> response =
                await(client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER)));
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith(TimestampAuthority.RESPONSE_TYPE)) {
            throw new IOException("the timestamp authority answered with status " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    // the time-out of a request ends with its headers; a body that never ends needs one of its own
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) throws IOException {
        try {
            return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new IOException("the timestamp authority did not answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException("the timestamp authority could not be asked", e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
