package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.lienthong.node.log.ListedWitnesses;

/** The policy of an own log: read at the start, made anew when the listed witnesses change. */
final class PolicyInForce implements Supplier<Quorum> {

    private final OwnLog log;
    private final Supplier<List<ListedWitnesses.Listed>> listed;
    private final AtomicReference<Quorum> current;

    private PolicyInForce(OwnLog log, Supplier<List<ListedWitnesses.Listed>> listed, Quorum current) {
        this.log = log;
        this.listed = listed;
        this.current = new AtomicReference<>(current);
    }

    /** Reads the policy of the log. */
    static PolicyInForce open(OwnLog log, Supplier<List<ListedWitnesses.Listed>> listed) throws IOException {
        return new PolicyInForce(log, listed, Quorum.read(log, listed.get()));
    }

    /** Reads it again. */
    void read() throws IOException {
        current.set(Quorum.read(log, listed.get()));
    }

    @Override
    public Quorum get() {
        return current.get();
    }
}
