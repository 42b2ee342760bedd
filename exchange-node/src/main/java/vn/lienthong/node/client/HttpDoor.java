package vn.lienthong.node.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP with kept-alive connections, one pinned authority, bounded answers and bounded time. Thread-safe.
 */
final class HttpDoor implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int MAX_ANSWER = 32 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int KEY_OCTETS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final Connection connection;
    private final HttpClient http;

    private HttpDoor(Connection connection, HttpClient http) {
        this.connection = connection;
        this.http = http;
    }

    static HttpDoor open(Connection connection) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (connection.anchor().isPresent()) {
            SSLParameters onlyNewest = new SSLParameters();
            onlyNewest.setProtocols(new String[] {"TLSv1.3"});
            builder.sslContext(PinnedTrust.of(connection.anchor().get())).sslParameters(onlyNewest);
        }
        return new HttpDoor(connection, builder.build());
    }

    /** A request to a path, with the API key. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).header("Accept", "application/json");
        connection.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request;
    }

    private String base() {
        String url = connection.url().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** A GET of a path. */
    <T> Answer<T> get(String path, Class<T> type) throws IOException {
        return exchange(request(path).GET().build(), type, Duration.ZERO);
    }

    /** A GET that the other side may hold open for so long. */
    <T> Answer<T> get(String path, Class<T> type, Duration held) throws IOException {
        return exchange(request(path).GET().build(), type, held);
    }

    /** A GET of which the octets themselves matter. */
    Answer<byte[]> octets(String path) throws IOException {
        HttpResponse<byte[]> response = send(request(path).GET().build(), bounded(), Duration.ZERO);
        return isSuccess(response.statusCode())
                ? new Answer.Given<>(response.body())
                : new Answer.Refused<>(problem(response.statusCode(), response.body()));
    }

    /** A POST of a JSON value; each call is one of its own, which the other side carries out once. */
    <T> Answer<T> post(String path, Object body, Class<T> type) throws IOException {
        byte[] once = new byte[KEY_OCTETS];
        RANDOM.nextBytes(once);
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", HexFormat.of().formatHex(once))
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return exchange(request, type, Duration.ZERO);
    }

    /** Sends the request and reads its JSON answer; {@code more} is time beyond the usual patience. */
    <T> Answer<T> exchange(HttpRequest request, Class<T> type, Duration more) throws IOException {
        HttpResponse<byte[]> response = send(request, bounded(), more);
        return isSuccess(response.statusCode())
                ? new Answer.Given<>(read(response.body(), type))
                : new Answer.Refused<>(problem(response.statusCode(), response.body()));
    }

    /** Sends the request; {@code more} is time beyond the usual patience, for large bodies and held answers. */
    <B> HttpResponse<B> send(HttpRequest request, BodyHandler<B> handler, Duration more) throws IOException {
        CompletableFuture<HttpResponse<B>> pending = http.sendAsync(request, handler);
        Duration limit = connection.patience().plus(more);
        try {
            return pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            pending.cancel(true);
            HttpTimeoutException timeout = new HttpTimeoutException(
                    "no complete answer from " + base() + " within " + limit.toSeconds() + " s");
            timeout.initCause(late);
            throw timeout;
        } catch (ExecutionException failed) {
            throw new IOException("connection to " + base() + " failed: " + reason(failed), failed);
        } catch (InterruptedException stop) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("interrupted while waiting for " + base());
            stopped.initCause(stop);
            throw stopped;
        }
    }

    /** Answers in memory are bounded; packages go to files. */
    static BodyHandler<byte[]> bounded() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER);
    }

    static boolean isSuccess(int status) {
        return status >= OK && status < MULTIPLE_CHOICES;
    }

    /** The refusal in the body, or its bare status when the body is none of ours. */
    static Problem problem(int status, byte[] body) {
        try {
            Problem said = JSON.readValue(body, Problem.class);
            return new Problem(status, said.code(), said.title(), said.detail(), said.traceId(), said.errors());
        } catch (JacksonException notAProblem) {
            // A proxy or a bare container answered: the status is all that can be said.
            return Problem.ofStatus(status);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException strange) {
            // The cause may quote the answer, which may hold subjects: only its kind is passed on.
            throw new IOException("the answer is not a " + type.getSimpleName() + " as documented (" + where(strange)
                    + "); is this a Liên thông node?");
        }
    }

    private static String where(JacksonException strange) {
        return strange.getLocation() == null
                ? "no place"
                : "line " + strange.getLocation().getLineNr() + ", column "
                        + strange.getLocation().getColumnNr();
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
