package vn.lienthong.node.log.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.log.Standstill;

/** Decides whether a log may go on to sign after a start: its witnesses may know more of it than this installation does. */
interface Confirmation {

    /**
     * Asks.
     *
     * @param head what is committed
     * @return why not to sign; null when the log may go on
     */
    @Nullable
    Standstill ask(HeadRows.Head head) throws IOException;
}
