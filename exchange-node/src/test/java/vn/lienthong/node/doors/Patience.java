package vn.lienthong.node.doors;

import java.util.concurrent.locks.LockSupport;

/** How long systems in this test ask again for what must come. */
final class Patience {

    static final int TURNS = 600;
    private static final long PAUSE = 100_000_000;

    private Patience() {}

    static void rest() {
        LockSupport.parkNanos(PAUSE);
    }
}
