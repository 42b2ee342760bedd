package vn.lienthong.node.storage.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.node.storage.Shortage;

/** Counts the bytes that are stored or promised, and keeps them below the two limits. */
final class RoomLedger {

    private final long quota;
    private final long diskReserve;
    private final FileStore disk;
    private final AtomicLong used;

    RoomLedger(long quota, long diskReserve, FileStore disk, long used) {
        this.quota = quota;
        this.diskReserve = diskReserve;
        this.disk = disk;
        this.used = new AtomicLong(used);
    }

    long used() {
        return used.get();
    }

    /** Books the bytes, or says which limit is in the way and books nothing. */
    Optional<Shortage> book(long bytes) throws IOException {
        long diskFree = Math.max(0, disk.getUsableSpace() - diskReserve);
        if (bytes > diskFree) {
            return Optional.of(new Shortage(Shortage.Cause.DISK, diskFree));
        }
        long before = used.get();
        while (bytes <= quota - before) {
            if (used.compareAndSet(before, before + bytes)) {
                return Optional.empty();
            }
            before = used.get();
        }
        return Optional.of(new Shortage(Shortage.Cause.QUOTA, Math.max(0, quota - before)));
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }
}
