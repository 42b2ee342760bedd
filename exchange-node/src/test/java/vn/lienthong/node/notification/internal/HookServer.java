package vn.lienthong.node.notification.internal;

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
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import vn.lienthong.node.testing.SelfSigned;
import vn.lienthong.node.testing.TestDirectories;

/** Receives webhooks over TLS as {@code localhost}, and answers with the status that the path names. */
final class HookServer implements AutoCloseable {
    private final KeyStore keys = SelfSigned.fresh();
    private final HttpsServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    record Call(String id, String second, String signature, String body) {}

    HookServer() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.setHttpsConfigurator(new HttpsConfigurator(context()));
            server.createContext("/", this::answer);
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

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().add("Location", "https://localhost/elsewhere");
        int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    List<Call> calls() {
        return calls;
    }

    String address(int status) {
        return "https://localhost:" + server.getAddress().getPort() + "/" + status;
    }

    /** Its certificate as PEM. */
    Path authority() {
        try {
            String text = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate("node").getEncoded())
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
    }
}
