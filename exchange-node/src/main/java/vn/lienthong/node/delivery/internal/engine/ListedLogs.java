package vn.lienthong.node.delivery.internal.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.LogPolicies;
import vn.lienthong.node.evidence.WitnessRules;
import vn.lienthong.node.platform.InNodeRole;

/** The keys of the logs of other nodes, and of the witnesses that are to have seen them, as the directory lists them. */
@InNodeRole
@Component
class ListedLogs implements LogPolicies {

    private final DirectoryView directory;
    private volatile Made made = new Made(-1, new ConcurrentHashMap<>());

    ListedLogs(DirectoryView directory) {
        this.directory = directory;
    }

    /** Policies that were made of one state of the directory. */
    private record Made(long sequence, Map<NodeId, Optional<LogPolicy>> policies) {}

    @Override
    public Optional<LogPolicy> of(NodeId issuer) {
        long sequence = directory.sequence();
        Made current = made;
        if (current.sequence != sequence) {
            current = new Made(sequence, new ConcurrentHashMap<>());
            made = current;
        }
        return current.policies.computeIfAbsent(issuer, this::make);
    }

    private Optional<LogPolicy> make(NodeId issuer) {
        return WitnessRules.forLogOf(issuer, directory.current());
    }
}
