package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.platform.InNodeRole;

/** Which nodes fetch what is for them, and where they find it, as the directory says at the moment. */
@InNodeRole
@Component
public class PullingNodes {

    private final DirectoryView directory;
    private final InstantSource clock;

    PullingNodes(DirectoryView directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether others cannot connect to that node. */
    public boolean contains(NodeId node) {
        Instant now = clock.instant();
        return directory
                .current()
                .node(node)
                .filter(entry -> entry.takesPartAt(now) && isPulling(entry))
                .isPresent();
    }

    /** All nodes to which others cannot connect. */
    Set<NodeId> all() {
        Instant now = clock.instant();
        Set<NodeId> all = new HashSet<>();
        directory.current().forEachNode(entry -> {
            if (entry.takesPartAt(now) && isPulling(entry)) {
                all.add(entry.node().id());
            }
        });
        return all;
    }

    /** All other nodes that serve agencies and can be connected to: something for that node may lie ready there. */
    public Set<NodeId> sourcesFor(NodeId own) {
        Instant now = clock.instant();
        DirectorySnapshot snapshot = directory.current();
        Set<NodeId> serving = new HashSet<>();
        snapshot.forEachAgency(agency -> serving.add(agency.node()));
        serving.remove(own);
        serving.removeIf(node -> snapshot.node(node)
                .filter(entry -> entry.takesPartAt(now) && !isPulling(entry))
                .isEmpty());
        return serving;
    }

    private static boolean isPulling(NodeEntry entry) {
        return entry.node().reachability() == Reachability.PULL;
    }
}
