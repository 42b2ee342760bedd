package vn.lienthong.node.directory.internal.publication;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.Reachability;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.log.WitnessedLogs;

/**
 * Answers the log of this installation from the directory: every listed node's logs are witnessed here, and the witnesses of other
 * nodes are asked.
 */
public final class LogRegister implements WitnessedLogs, ListedWitnesses {

    private final DirectoryView directory;
    private final ListedKeys keys;
    private final NodeId self;

    /** Answers for this node. */
    public LogRegister(DirectoryView directory, ListedKeys keys, NodeId self) {
        this.directory = directory;
        this.keys = keys;
        this.self = self;
    }

    @Override
    public List<VerifierKey> keysOf(String origin) {
        boolean own = directory
                .current()
                .nodeByLogName(origin)
                .filter(entry -> entry.node().id().equals(self))
                .isPresent();
        return own ? List.of() : keys.ofLog(origin);
    }

    @Override
    public List<Listed> witnesses() {
        return keys.witnesses(self).stream()
                .flatMap(witness -> listed(witness).stream())
                .toList();
    }

    /** A node that serves no agency belongs to no bloc, so its word would add nothing to a quorum of blocs. */
    private Optional<Listed> listed(ListedKeys.ListedWitness witness) {
        if (!witness.offered() || witness.bloc().isEmpty()) {
            return Optional.empty();
        }
        return directory
                .current()
                .node(witness.node())
                .filter(LogRegister::canBeAsked)
                .flatMap(LogRegister::url)
                .map(url -> new Listed(
                        witness.keys(),
                        URI.create(url + "/witness"),
                        witness.bloc().get().name()));
    }

    /** A node to which nobody can connect would be away for ever. */
    private static boolean canBeAsked(NodeEntry entry) {
        return entry.node().reachability() == Reachability.PUSH;
    }

    private static Optional<String> url(NodeEntry entry) {
        return Optional.ofNullable(entry.logs()).flatMap(logs -> Optional.ofNullable(logs.url()));
    }

    @Override
    public void onChange(Runnable listener) {
        directory.onChange(listener);
    }
}
