package vn.lienthong.node.protection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.lienthong.node.protection.internal.RotationDesk;

/** An order to a running node to rotate its keys, left in its data directory: only who may write there can give one. */
public final class RotationOrder {

    private static final long GLANCE_MILLIS = 200;

    private final RotationDesk desk;

    /** To the node on this data directory. */
    public RotationOrder(Path data) {
        this.desk = new RotationDesk(data.resolve("secrets"));
    }

    /**
     * Leaves the order and waits.
     *
     * @param patience after which the order is taken back
     * @return what the node answered, beginning with {@code done} or {@code refused}; empty when it did not
     * @throws IOException when the data directory cannot be used
     */
    public Optional<String> give(KeyRotation.What what, Duration patience) throws IOException, InterruptedException {
        desk.order(what);
        CountDownLatch never = new CountDownLatch(1);
        for (long waited = 0; waited < patience.toMillis(); waited += GLANCE_MILLIS) {
            Optional<String> answer = desk.answer();
            if (answer.isPresent()) {
                return answer;
            }
            boolean _ = never.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return desk.takeBack() ? Optional.empty() : desk.answer();
    }
}
