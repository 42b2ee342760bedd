package vn.lienthong.node.delivery.internal.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.LogPolicies;
import vn.lienthong.node.evidence.WitnessRules;
import vn.lienthong.node.log.OperatorPolicy;
import vn.lienthong.node.platform.InNodeRole;

/**
 * The keys of the logs of other nodes as the directory lists them, and the witnesses that are to have seen them: those that the
 * operator demands, else those that the directory lists.
 */
@InNodeRole
@Component
class ListedLogs implements LogPolicies {

    private final DirectoryView directory;
    private final OperatorPolicy operator;
    private volatile Made made = new Made(-1, Optional.empty(), new ConcurrentHashMap<>());

    ListedLogs(DirectoryView directory, OperatorPolicy operator) {
        this.directory = directory;
        this.operator = operator;
    }

    /** Policies that were made of one state of the directory and of what the operator wrote. */
    private record Made(long sequence, Optional<LogPolicy> written, Map<NodeId, Optional<LogPolicy>> policies) {

        boolean isOf(long now, Optional<LogPolicy> operator) {
            return sequence == now && written.equals(operator);
        }
    }

    @Override
    public Optional<LogPolicy> of(NodeId issuer) {
        long sequence = directory.sequence();
        Optional<LogPolicy> written = operator.written();
        Made current = made;
        if (!current.isOf(sequence, written)) {
            current = new Made(sequence, written, new ConcurrentHashMap<>());
            made = current;
        }
        return current.policies.computeIfAbsent(issuer, node -> make(node, written));
    }

    private Optional<LogPolicy> make(NodeId issuer, Optional<LogPolicy> written) {
        DirectorySnapshot snapshot = directory.current();
        return written.isPresent()
                ? WitnessRules.forLogOf(issuer, snapshot, written.get())
                : WitnessRules.forLogOf(issuer, snapshot);
    }
}
