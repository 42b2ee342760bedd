package vn.lienthong.node.audit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import vn.lienthong.node.testing.SelfSigned;
import vn.lienthong.node.testing.TestDirectories;

/** A collector of syslog over TLS that reads frames with octet counting; may be switched off and on again at the same port. */
final class Collector {

    private final KeyStore keys = SelfSigned.fresh();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<SSLSocket> connections = new CopyOnWriteArrayList<>();
    private SSLServerSocket door;
    private final int port;

    Collector() {
        this.door = open(0);
        this.port = door.getLocalPort();
        listen();
    }

    int port() {
        return port;
    }

    List<String> messages() {
        return messages;
    }

    /** Its certificate as PEM. */
    Path authority() {
        try {
            String text = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate("node").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(TestDirectories.fresh("collector").resolve("ca.pem"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    void off() throws IOException {
        door.close();
        for (SSLSocket connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    void on() {
        door = open(port);
        listen();
    }

    private SSLServerSocket open(int wanted) {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(keys, SelfSigned.PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            SSLServerSocket socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(wanted, 10, InetAddress.getLoopbackAddress());
            socket.setReuseAddress(true);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void listen() {
        SSLServerSocket mine = door;
        Thread listener = Thread.ofVirtual().start(() -> {
            while (!mine.isClosed()) {
                try {
                    SSLSocket socket = (SSLSocket) mine.accept();
                    connections.add(socket);
                    Thread reader = Thread.ofVirtual().start(() -> read(socket));
                    assert reader.isVirtual();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        assert listener.isVirtual();
    }

    private void read(SSLSocket socket) {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                int length = first - '0';
                for (int next = in.read(); next != ' '; next = in.read()) {
                    length = length * 10 + next - '0';
                }
                messages.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            connections.remove(socket);
        }
    }
}
