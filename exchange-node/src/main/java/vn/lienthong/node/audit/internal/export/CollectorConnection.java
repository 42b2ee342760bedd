package vn.lienthong.node.audit.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.node.keys.TlsContexts;

/** One connection to the collector: TLS 1.2 or newer, its certificate checked against authority and name. */
final class CollectorConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CollectorConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GLANCE_MILLIS = 30;

    private final SSLSocket socket;
    private final OutputStream out;

    private CollectorConnection(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    static CollectorConnection open(SyslogProperties properties) throws IOException {
        SSLSocket socket =
                (SSLSocket) context(properties.caFile()).getSocketFactory().createSocket();
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            socket.connect(
                    new InetSocketAddress(properties.host(), properties.port()), Math.toIntExact(PATIENCE.toMillis()));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.startHandshake();
            return new CollectorConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLContext context(@Nullable Path authority) throws IOException {
        try {
            return authority == null ? SSLContext.getDefault() : TlsContexts.trusting(certificate(authority));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try (var octets = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(octets);
        } catch (CertificateException e) {
            throw new IOException("the authority of the collector cannot be read: " + file, e);
        }
    }

    /**
     * Sends frames and looks whether the other side is still there. Syslog knows no acknowledgement: this is all that can be known.
     *
     * @throws IOException if something did not get out, or the collector has closed the connection
     */
    void send(List<byte[]> frames) throws IOException {
        for (byte[] frame : frames) {
            out.write(frame);
        }
        out.flush();
        socket.setSoTimeout(GLANCE_MILLIS);
        try {
            if (socket.getInputStream().read() < 0) {
                throw new IOException("the collector has closed the connection");
            }
        } catch (SocketTimeoutException stillOpen) {
            LOG.trace("the collector keeps the connection open");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the connection to the collector broke while it was closed", e);
        }
    }
}
