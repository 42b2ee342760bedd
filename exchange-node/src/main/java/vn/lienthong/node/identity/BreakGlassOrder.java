package vn.lienthong.node.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.lienthong.node.identity.BreakGlass.Halves;
import vn.lienthong.node.identity.internal.BreakGlassCodes;
import vn.lienthong.node.identity.internal.BreakGlassDesk;

/**
 * An order to a running node to take new credentials of the emergency entry, left in its data directory: only who may write there can
 * give one. The node is told a digest only; the halves are nowhere but in the hands of who gave the order.
 */
public final class BreakGlassOrder {
    private static final long GLANCE_MILLIS = 200;

    private final BreakGlassDesk desk;
    private final SecureRandom random = new SecureRandom();

    /**
     * To the node on this data directory.
     *
     * @param data where the node keeps everything
     */
    public BreakGlassOrder(Path data) {
        this.desk = new BreakGlassDesk(data);
    }

    /**
     * Draws credentials and waits until the node has taken them; those from before are void then.
     *
     * @param patience after which the order is taken back
     * @return the halves; empty when the node did not answer or refused
     * @throws IOException when the data directory cannot be used
     * @throws InterruptedException when the wait was interrupted
     */
    public Optional<Halves> give(Duration patience) throws IOException, InterruptedException {
        Halves drawn = BreakGlassCodes.draw(random);
        desk.order(BreakGlassCodes.digest(drawn).orElseThrow());
        CountDownLatch never = new CountDownLatch(1);
        Optional<String> answer = desk.answer();
        for (long waited = 0; answer.isEmpty() && waited < patience.toMillis(); waited += GLANCE_MILLIS) {
            boolean _ = never.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            answer = desk.answer();
        }
        if (answer.isEmpty() && !desk.takeBack()) {
            answer = desk.answer();
        }
        return answer.filter(BreakGlassDesk.DONE::equals).map(_ -> drawn);
    }
}
