package vn.lienthong.node.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.AttestedCheckpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.log.BlocRule;

/** The rule of blocs ({@link BlocRule}) for logs of evidence, made of one state of the directory. */
public final class WitnessRules {

    private WitnessRules() {}

    /** The policy for the log of evidence of this node; empty when the directory lists none. */
    public static Optional<LogPolicy> forLogOf(NodeId issuer, DirectorySnapshot snapshot) {
        return logKeys(issuer, snapshot).map(keys -> BlocRule.policy(keys, parties(issuer, snapshot)));
    }

    /**
     * What an operator demands, for the log of evidence of this node; empty when the directory lists none, or when nobody but the
     * node itself could fulfil it.
     *
     * @param written witnesses and quorum; that the node has cosigned its own log does not count
     */
    public static Optional<LogPolicy> forLogOf(NodeId issuer, DirectorySnapshot snapshot, LogPolicy written) {
        Set<String> own = snapshot.node(issuer)
                .flatMap(entry -> Optional.ofNullable(entry.logs()))
                .flatMap(logs -> Optional.ofNullable(logs.witness()))
                .map(witness -> Set.of(witness.name()))
                .orElse(Set.of());
        return logKeys(issuer, snapshot)
                .flatMap(keys -> without(own, written)
                        .map(others -> others.withLogs(keys.stream()
                                .map(key -> new LogPolicy.Log(key, ""))
                                .toList())));
    }

    private static Optional<LogPolicy> without(Set<String> keyNames, LogPolicy written) {
        Set<String> gone = written.witnesses().stream()
                .filter(witness -> keyNames.contains(witness.key().name()))
                .map(LogPolicy.Witness::name)
                .collect(Collectors.toSet());
        List<LogPolicy.Group> groups = new ArrayList<>();
        for (LogPolicy.Group group : written.groups()) {
            List<String> members = group.members().stream()
                    .filter(member -> !gone.contains(member))
                    .toList();
            if (members.size() < group.threshold()) {
                gone.add(group.name());
            } else {
                groups.add(new LogPolicy.Group(group.name(), group.threshold(), members));
            }
        }
        List<LogPolicy.Witness> witnesses = written.witnesses().stream()
                .filter(witness -> !gone.contains(witness.name()))
                .toList();
        return gone.contains(written.quorum())
                ? Optional.empty()
                : Optional.of(new LogPolicy(written.logs(), witnesses, groups, written.quorum()));
    }

    private static Optional<List<VerifierKey>> logKeys(NodeId issuer, DirectorySnapshot snapshot) {
        return snapshot.node(issuer)
                .flatMap(entry -> Optional.ofNullable(entry.logs()))
                .flatMap(logs -> logs.log(LogPurpose.EVENTS))
                .map(log -> parsed(log.keys()));
    }

    /** The names of the witnesses that have cosigned by a policy of these rules, each once whatever keys it used. */
    public static Set<String> witnesses(AttestedCheckpoint attested) {
        return attested.witnesses().stream()
                .map(statement -> statement.signature().key().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the blocs of these witnesses. */
    public static Set<String> blocs(AttestedCheckpoint attested, LogPolicy policy) {
        Set<String> names = witnesses(attested);
        return policy.groups().stream()
                .filter(group -> group.name().startsWith(BlocRule.BLOC)
                        && group.members().stream().anyMatch(names::contains))
                .map(group -> group.name().substring(BlocRule.BLOC.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those who may be asked come first; others may have cosigned when they still were. */
    private static List<BlocRule.Party> parties(NodeId issuer, DirectorySnapshot snapshot) {
        Map<NodeId, Bloc> blocs = blocOfNodes(snapshot);
        List<BlocRule.Party> offered = new ArrayList<>();
        List<BlocRule.Party> others = new ArrayList<>();
        snapshot.forEachNode(entry -> {
            NodeLogs logs = entry.logs();
            PublishedWitness witness = logs == null ? null : logs.witness();
            Bloc bloc = blocs.get(entry.node().id());
            boolean counts = !entry.node().id().equals(issuer) && entry.revokedAt() == null;
            if (counts && witness != null && bloc != null) {
                (witness.offered() ? offered : others)
                        .add(new BlocRule.Party(witness.name(), bloc.name(), "", parsed(witness.keys())));
            }
        });
        offered.addAll(others);
        return offered;
    }

    /** The bloc of most agencies of a node; one that serves none speaks for no bloc. */
    private static Map<NodeId, Bloc> blocOfNodes(DirectorySnapshot snapshot) {
        Map<NodeId, EnumMap<Bloc, Integer>> counts = new HashMap<>();
        snapshot.forEachAgency(entry -> counts.computeIfAbsent(entry.node(), _ -> new EnumMap<>(Bloc.class))
                .merge(entry.agency().bloc(), 1, Integer::sum));
        Map<NodeId, Bloc> most = new HashMap<>();
        counts.forEach((node, ofBlocs) -> ofBlocs.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(bloc -> most.put(node, bloc.getKey())));
        return most;
    }

    /** Keys as they verify; one that is no point of its curve verifies nothing and is left out. */
    private static List<VerifierKey> parsed(List<LogKey> keys) {
        return keys.stream().flatMap(key -> parsed(key).stream()).toList();
    }

    private static Optional<VerifierKey> parsed(LogKey key) {
        try {
            return Optional.of(VerifierKey.parse(key.text()));
        } catch (LogFormatException notAKey) {
            return Optional.empty();
        }
    }
}
