package vn.lienthong.node.protection.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import vn.lienthong.node.platform.CrashPoints;

/** The data keys that lie in the database, opened with the master key of the data directory. */
final class DatabaseKeys {

    private final KeyRing ring;

    private DatabaseKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** Opens them, and ends a rotation or a move of the master key that was broken off. */
    static DatabaseKeys open(
            KeyRows rows, LocalKeys local, CrashPoints crash, SecureRandom random, InstantSource clock) {
        KeyRing ring = KeyRing.open(rows, "the database", local.master(), random, clock);
        ring.mark();
        DatabaseKeys keys = new DatabaseKeys(ring);
        keys.settle(local, crash);
        return keys;
    }

    /** Wraps everything under the target of the master keys; then nothing needs older ones any more. */
    void settle(LocalKeys local, CrashPoints crash) {
        local.ring().rewrap();
        crash.reach("protection.local-rewrapped");
        ring.rewrap();
        crash.reach("protection.database-rewrapped");
        local.master().source().settle(local.master().target());
    }

    KeyRing ring() {
        return ring;
    }
}
