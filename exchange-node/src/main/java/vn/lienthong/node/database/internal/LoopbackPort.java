package vn.lienthong.node.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * Chooses the server's port below the range from which systems give ports to outgoing connections (32768 on Linux), so
 * that a connection of some other program never sits on it.
 */
final class LoopbackPort {

    private static final int LOWEST = 13_306;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private LoopbackPort() {}

    /** The port to try first: the same for the same directory, different ones for neighbours. */
    static int first(Path directory) {
        return LOWEST + Math.floorMod(directory.toString().hashCode(), HIGHEST - LOWEST);
    }

    /** This port or the next free one. */
    static int freeFrom(int port) {
        for (int step = 0; step < TRIES; step++) {
            int candidate = LOWEST + (port - LOWEST + step) % (HIGHEST - LOWEST);
            if (free(candidate)) {
                return candidate;
            }
        }
        throw new StartRefusedException("no free port for the database near " + port);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
