package vn.lienthong.node.log.internal;

import java.util.List;
import java.util.Set;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.crypto.log.WitnessKeys;
import vn.lienthong.node.log.LogIdentity;
import vn.lienthong.node.log.LogName;

/**
 * The logs and the witness that this installation is.
 *
 * @param all its logs
 * @param fresh those of them whose keys were made at this very start
 * @param closed the keys of closed logs
 * @param witness the keys with which it cosigns others
 */
record OwnLogs(List<OwnLog> all, Set<LogName> fresh, List<VerifierKey> closed, WitnessKeys witness)
        implements LogIdentity {

    OwnLogs {
        all = List.copyOf(all);
        fresh = Set.copyOf(fresh);
        closed = List.copyOf(closed);
    }

    /** Whether nobody can know the log yet. */
    boolean isFresh(LogName log) {
        return fresh.contains(log);
    }

    /** The log of that name, which this installation has. */
    OwnLog of(LogName log) {
        return all.stream()
                .filter(own -> own.name() == log)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this installation has no log " + log));
    }

    @Override
    public List<VerifierKey> logKeys(LogName log) {
        return of(log).keys().verifierKeys();
    }

    @Override
    public List<VerifierKey> closedKeys() {
        return closed;
    }

    @Override
    public List<VerifierKey> witnessKeys() {
        return witness.verifierKeys();
    }
}
