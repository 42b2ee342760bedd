package vn.lienthong.node.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads what a caller still sends after the answer is known. Most clients read no answer before they have sent everything, and
 * a connection that is cut meanwhile would show them no reason at all.
 */
public final class BodyRest {

    private static final long MOST = 32L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int BUFFER = 64 << 10;

    private BodyRest() {}

    /** Reads on for a while; what comes after that, the container cuts off. */
    public static void passOver(HttpServletRequest request) {
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        try {
            InputStream body = request.getInputStream();
            int read = body.read(buffer);
            while (read >= 0 && passed < MOST && System.nanoTime() < end) {
                passed += read;
                read = body.read(buffer);
            }
        } catch (IOException e) {
            // Nobody is there to be polite to.
            return;
        }
    }
}
