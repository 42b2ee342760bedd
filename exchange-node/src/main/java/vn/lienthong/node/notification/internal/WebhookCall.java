package vn.lienthong.node.notification.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One POST over TLS to an address that was checked. Written by hand because the connection has to go to the very address that was
 * looked at: a second look-up of the name could answer something else. No redirect is followed; of the answer only the status is read.
 */
final class WebhookCall {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_LINE = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int AFTER_OK = 300;

    private final SSLContext trust;
    private final TargetNetworks networks;

    WebhookCall(SSLContext trust, TargetNetworks networks) {
        this.trust = trust;
        this.networks = networks;
    }

    SendAnswer post(WebhookAddress address, Map<String, String> headers, String body) {
        try {
            InetAddress[] found = InetAddress.getAllByName(address.host());
            if (!Arrays.stream(found).allMatch(networks::allows)) {
                return new SendAnswer.Refused("ADDRESS_NOT_ALLOWED");
            }
            return answered(post(found[0], address, headers, body.getBytes(StandardCharsets.UTF_8)));
        } catch (UnknownHostException e) {
            return new SendAnswer.Failed("unknown host");
        } catch (IOException e) {
            return new SendAnswer.Failed(e.getClass().getSimpleName());
        }
    }

    private static SendAnswer answered(int status) {
        if (status >= OK && status < AFTER_OK) {
            return new SendAnswer.Sent();
        }
        return status == GONE ? new SendAnswer.Refused("GONE") : new SendAnswer.Failed("status " + status);
    }

    private int post(InetAddress where, WebhookAddress address, Map<String, String> headers, byte[] body)
            throws IOException {
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            plain.connect(new InetSocketAddress(where, address.port()), Math.toIntExact(PATIENCE.toMillis()));
            try (SSLSocket socket =
                    (SSLSocket) trust.getSocketFactory().createSocket(plain, address.host(), address.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                socket.setSSLParameters(parameters);
                OutputStream out = socket.getOutputStream();
                out.write(head(address, headers, body.length));
                out.write(body);
                out.flush();
                return status(new BufferedInputStream(socket.getInputStream()));
            }
        }
    }

    private static byte[] head(WebhookAddress address, Map<String, String> headers, int length) {
        StringBuilder head = new StringBuilder("POST ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.host())
                .append(address.port() == 443 ? "" : ":" + address.port())
                .append("\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The first line, of which no more than a bounded part is read. */
    private static int status(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet >= 0 && octet != '\r' && octet != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) octet);
            octet = in.read();
        }
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("no answer in HTTP");
        }
        return Integer.parseInt(status.group(1));
    }
}
