package vn.lienthong.node.directory.internal.publication;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.SmartLifecycle;

/** Writes the snapshot file when enough has changed, and at the end. Losing it costs time at the next start, nothing else. */
public final class SnapshotKeeper implements SmartLifecycle {

    private static final long OFTEN = 64;

    private final DirectoryCopy copy;
    private final SnapshotFile file;
    private final AtomicLong written;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean running;

    /**
     * Writes to this file.
     *
     * @param fromFile the publication up to which the file that the copy was loaded from is folded
     */
    public SnapshotKeeper(DirectoryCopy copy, SnapshotFile file, long fromFile) {
        this.copy = copy;
        this.file = file;
        this.written = new AtomicLong(fromFile);
        copy.onChange(() -> writeWhenBehind(OFTEN));
    }

    private void writeWhenBehind(long publications) {
        // Whoever comes while it is being written leaves it to the next occasion.
        if (copy.sequence() - written.get() < publications || !writing.tryLock()) {
            return;
        }
        try {
            written.set(copy.save(file));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        writeWhenBehind(OFTEN);
    }

    @Override
    public void stop() {
        writeWhenBehind(1);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
