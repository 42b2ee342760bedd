package vn.lienthong.node.audit.internal;

import java.time.Duration;

/** Something that this module does again and again. */
public interface Round {

    /** The pause between two rounds. */
    Duration every();

    /** One round; what it throws is logged, and the next round comes nevertheless. */
    void run();
}
