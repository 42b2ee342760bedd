package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.directory.DirectoryView;

/** Sees to it that the directory lists the logs of this node and its keys as a witness as they are. */
final class LogAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(LogAnnouncement.class);

    private final DirectoryView directory;
    private final NodeId self;
    private final Supplier<Optional<NodeLogs>> own;
    private final KeyAdmission admission;

    LogAnnouncement(DirectoryView directory, NodeId self, Supplier<Optional<NodeLogs>> own, KeyAdmission admission) {
        this.directory = directory;
        this.self = self;
        this.own = own;
        this.admission = admission;
    }

    /** Announces what is not listed; false when that could not be done now. */
    boolean round() throws InterruptedException {
        Optional<NodeEntry> listed = directory.current().node(self);
        Optional<NodeLogs> wanted = own.get();
        if (listed.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        if (wanted.get().equals(listed.get().logs())) {
            return true;
        }
        try {
            long sequence = admission.announce(wanted.get());
            LOG.info("the logs of this node are listed with publication {}", sequence);
            return true;
        } catch (IOException e) {
            LOG.warn("the logs of this node are not listed yet: {}", e.toString());
            return false;
        }
    }
}
