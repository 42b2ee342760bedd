package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.client.PinnedTrust;
import vn.lienthong.node.platform.Secret;

/** Systems of many agencies, each asking once a second whether there is something new, over connections that stay open. */
final class GatewayPolls implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("ddMMyyyy'T'HHmmss'+0000'", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String PREFIX = "XroadVnpt-";
    private static final Duration END = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI list;
    private final Map<String, Secret> secrets;
    private final Clock clock;

    GatewayPolls(Endpoints.Installation node, Map<String, Secret> secrets, Clock clock) throws IOException {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedTrust.of(Path.of(node.caCertificate())))
                .build();
        this.list = node.baseUrl().resolve("/vxp/getReceivedEdocList");
        this.secrets = Map.copyOf(secrets);
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param answered good answers
     * @param failed other answers and none
     * @param took how long
     */
    record Outcome(int answered, int failed, Duration took) {}

    Outcome run(Duration length) throws IOException {
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        try (ScheduledExecutorService timer = Executors.newScheduledThreadPool(4)) {
            long offset = 0;
            for (Map.Entry<String, Secret> system : secrets.entrySet()) {
                var _ = timer.scheduleAtFixedRate(
                        () -> poll(system.getKey(), system.getValue(), answered, failed),
                        offset,
                        1_000,
                        TimeUnit.MILLISECONDS);
                offset += 1_000 / Math.max(1, secrets.size());
            }
            Duration _ = pass(length);
            timer.shutdownNow();
        }
        return new Outcome(answered.get(), failed.get(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Lets time pass; returns how long it really was. */
    static Duration pass(Duration length) throws IOException {
        long begun = System.nanoTime();
        try {
            boolean _ = new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void poll(String system, Secret secret, AtomicInteger answered, AtomicInteger failed) {
        try {
            HttpResponse<String> answer = client.send(request(system, secret), BodyHandlers.ofString());
            boolean good = answer.body().contains("\"ErrorCode\":\"0\"");
            int _ = good ? answered.incrementAndGet() : failed.incrementAndGet();
        } catch (IOException e) {
            int _ = failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(String system, Secret secret) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("timestamp", TIME.format(clock.instant()));
        claims.put("systemid", system);
        claims.put("servicetype", "eDoc");
        claims.put("messagetype", "edoc");
        HttpRequest.Builder request = HttpRequest.newBuilder(list).timeout(END);
        Map<String, String> signed = new LinkedHashMap<>();
        claims.forEach((name, value) -> {
            signed.put(PREFIX + name, value);
            request.header(PREFIX + name, value);
        });
        String text = JSON.writeValueAsString(signed);
        return request.header(PREFIX + "sign-header", text)
                .header(PREFIX + "hash-header", hmac(secret, text))
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private static String hmac(Secret secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
