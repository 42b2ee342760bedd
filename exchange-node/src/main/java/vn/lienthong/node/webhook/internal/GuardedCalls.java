package vn.lienthong.node.webhook.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.node.webhook.WebhookAddress;
import vn.lienthong.node.webhook.WebhookCalls;
import vn.lienthong.node.webhook.WebhookReply;
import vn.lienthong.node.webhook.WebhookReply.Fault;

/**
 * One POST over TLS to an address that was checked. Written by hand because the connection has to go to the very address that was
 * looked at: a second look-up of the name could answer something else. No redirect is followed; of the answer only the beginning is
 * read.
 */
final class GuardedCalls implements WebhookCalls {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean enabled;
    private final SSLContext trust;
    private final WebhookProperties settings;
    private final TargetNetworks networks;
    private final NameResolver names;
    private final Duration longest;

    GuardedCalls(boolean enabled, SSLContext trust, WebhookProperties settings, NameResolver names, Duration longest) {
        this.enabled = enabled;
        this.trust = trust;
        this.settings = settings;
        this.networks = new TargetNetworks(settings.allowedNetworks());
        this.names = names;
        this.longest = longest;
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public WebhookReply post(WebhookAddress address, Map<String, String> headers, String body) {
        long begun = System.nanoTime();
        try {
            List<InetAddress> found = names.addresses(address.host());
            if (!enabled
                    || !settings.allowsHost(address.host())
                    || !found.stream().allMatch(networks::allows)) {
                return new WebhookReply.NotAllowed();
            }
            byte[] request = request(address, headers, body.getBytes(StandardCharsets.UTF_8));
            HttpAnswer answer = exchange(found.getFirst(), address, request);
            return new WebhookReply.Answered(answer.status(), answer.excerpt(), since(begun));
        } catch (IOException e) {
            LOG.debug("no answer from {}", address.host(), e);
            Duration took = since(begun);
            return new WebhookReply.Unreachable(took.compareTo(longest) >= 0 ? Fault.TIMEOUT : fault(e), took);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Fault fault(IOException e) {
        return switch (e) {
            case UnknownHostException _ -> Fault.UNKNOWN_HOST;
            case SocketTimeoutException _ -> Fault.TIMEOUT;
            case ConnectException _, NoRouteToHostException _ -> Fault.NO_CONNECTION;
            case SSLException _ -> Fault.TLS;
            default -> Fault.NO_ANSWER;
        };
    }

    private HttpAnswer exchange(InetAddress where, WebhookAddress address, byte[] request) throws IOException {
        try (Socket plain = new Socket()) {
            // Whoever sends an octet now and then would hold the connection for ever: it ends when its time is over.
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> close(plain),
                    CompletableFuture.delayedExecutor(
                            longest.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
            try {
                plain.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
                plain.connect(new InetSocketAddress(where, address.port()), Math.toIntExact(PATIENCE.toMillis()));
                return overTls(plain, address, request);
            } finally {
                LOG.trace("ended in time: {}", end.cancel(false));
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the connection was broken already", e);
        }
    }

    private HttpAnswer overTls(Socket plain, WebhookAddress address, byte[] request) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) trust.getSocketFactory().createSocket(plain, address.host(), address.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return HttpAnswer.read(socket.getInputStream());
        }
    }

    private static byte[] request(WebhookAddress address, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.host())
                .append(address.port() == 443 ? "" : ":" + address.port())
                .append("\r\nUser-Agent: Lienthong")
                .append("\r\nContent-Type: application/json")
                .append("\r\nConnection: close")
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }
}
