package vn.lienthong.node.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.NodeStatus;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;

/** Changes whose certificates are labels. */
public final class TestPublications {

    private TestPublications() {}

    /** A node. */
    public static NodePut node(NodeId id) {
        List<Octets> labels = List.of(label("tls " + id), label("signing " + id));
        return new NodePut(
                id,
                "Nút " + id,
                "https://" + id + ".example",
                labels.getFirst(),
                labels.getLast(),
                Reachability.PUSH,
                NodeStatus.ACTIVE,
                Secrecy.ORDINARY);
    }

    private static Octets label(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
