package vn.lienthong.node.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Receives webhooks over TLS as {@code localhost}, and answers with the status that the path names unless another is set. */
public final class HookServer implements AutoCloseable {
    private static final KeyStore SHARED = SelfSigned.fresh();
    private static final Path AUTHORITY = pem();

    private final KeyStore keys;
    private final HttpsServer server;
    private final AtomicInteger forced = new AtomicInteger();
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Call> arrived = new LinkedBlockingQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What came. */
    public record Call(String id, String second, String signature, String body) {}

    /** Begins to listen on a free port, with the certificate that nodes under test trust. */
    public HookServer() {
        this(SHARED);
    }

    /** One whose certificate nobody trusts. */
    public static HookServer stranger() {
        return new HookServer(SelfSigned.fresh());
    }

    private HookServer(KeyStore keys) {
        this.keys = keys;
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.setHttpsConfigurator(new HttpsConfigurator(context()));
            server.createContext("/", this::answer);
            server.setExecutor(threads);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLContext context() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, SelfSigned.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void pass() {
        try {
            gate.get().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        Call call = new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        arrived.add(call);
        exchange.getResponseHeaders().add("Location", "https://localhost/elsewhere");
        pass();
        int named = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        int status = forced.get() == 0 ? named : forced.get();
        byte[] body = ("status " + status).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        if (status != 204) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** What came so far. */
    public List<Call> calls() {
        return calls;
    }

    /** Waits for the next call that was not taken yet. */
    public Call next() throws InterruptedException {
        return Objects.requireNonNull(arrived.poll(30, TimeUnit.SECONDS), "no call came");
    }

    /** Whether every call that came was taken. */
    public boolean isQuiet() {
        return arrived.isEmpty();
    }

    /** From now on answers with this status, whatever the path says; 0 for what the path says. */
    public void answerWith(int status) {
        forced.set(status);
    }

    /** From now on does not answer before the latch is open. */
    public void holdUntil(CountDownLatch latch) {
        gate.set(latch);
    }

    /** Where it is. */
    public String address(int status) {
        return "https://localhost:" + server.getAddress().getPort() + "/" + status;
    }

    /** The certificate that nodes under test trust, as PEM. */
    public static Path authority() {
        return AUTHORITY;
    }

    private static Path pem() {
        try {
            String text = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(SHARED.getCertificate("node").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(TestDirectories.fresh("hook").resolve("ca.pem"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
