package vn.lienthong.node.desk.internal.upload;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Removes uploads that were never finished or never sent. */
@InNodeRole
@Component
class UploadSweep implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Rounds rounds;

    UploadSweep(Uploads uploads) {
        this.rounds = Rounds.of("upload-sweep", PAUSE, uploads::sweep);
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
