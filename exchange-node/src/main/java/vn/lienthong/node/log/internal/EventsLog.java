package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.log.LogEpochBegun;
import vn.lienthong.node.log.LogName;

/**
 * The log of events of today, opened.
 *
 * @param log itself
 * @param fresh whether its keys were made at this very start
 * @param closedKeys keys of the closed logs before it
 * @param begun what was closed and begun at this very start; empty when nothing was
 */
record EventsLog(OwnLog log, boolean fresh, List<VerifierKey> closedKeys, Optional<LogEpochBegun> begun) {

    EventsLog {
        closedKeys = List.copyOf(closedKeys);
    }

    /**
     * Opens it.
     *
     * @param base the origin of the first epoch
     * @param wanted the epoch that the operator asks for; 0 for that of today
     */
    static EventsLog open(Epochs epochs, String base, int wanted, LogKeyFiles keys, Path directory) throws IOException {
        LogFiles files = new LogFiles(directory);
        Optional<LogEpochBegun> begun = epochs.closeFor(wanted, base, files);
        epochs.putFilesAside(base, files);
        int epoch = epochs.current();
        List<VerifierKey> closed = new ArrayList<>();
        for (int before = 1; before < epoch; before++) {
            closed.addAll(files.closed(before).keys());
        }
        String name = "log-" + LogName.EVENTS.word();
        LogKeyFiles.Held held = keys.log(epoch == 1 ? name : name + "-" + epoch, Epochs.origin(base, epoch));
        OwnLog log = new OwnLog(LogName.EVENTS, held.keys(), files);
        log.publishKeys();
        return new EventsLog(log, held.fresh(), closed, begun);
    }
}
