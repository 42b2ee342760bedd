package vn.lienthong.node.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a server that was started greets its clients. */
final class ServerReadiness {

    private static final int PAUSE_MILLIS = 5;
    private static final int GREETING_MILLIS = 1000;

    private ServerReadiness() {}

    /** True as soon as the server greets; false when it ended or the limit passed. */
    static boolean await(Process process, int port, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (greets(port)) {
                return process.isAlive();
            }
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    // An open port is not enough: the server opens it before it has run its first statements.
    private static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(GREETING_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), GREETING_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
