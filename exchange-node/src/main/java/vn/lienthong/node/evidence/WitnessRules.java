package vn.lienthong.node.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.PublishedWitness;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.AttestedCheckpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.VerifierKey;

/**
 * The rule of who must have cosigned, made of one state of the directory: two blocs, each of them by any node that mostly serves
 * it; all of them where there are fewer than two. A witness has cosigned when it has done so with a key of each kind.
 */
public final class WitnessRules {

    /** A policy holds 1024 keys of witnesses; two of each node are usual. */
    private static final int MOST_WITNESSES = 256;

    private static final int BLOCS = 2;
    private static final String BLOC = "bloc-";
    private static final String QUORUM = "blocs";

    private final DirectorySnapshot snapshot;
    private final List<LogPolicy.Witness> witnesses = new ArrayList<>();
    private final List<LogPolicy.Group> groups = new ArrayList<>();
    private final Map<String, List<String>> blocs = new TreeMap<>();

    private WitnessRules(DirectorySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The policy for the log of evidence of this node; empty when the directory lists none. */
    public static Optional<LogPolicy> forLogOf(NodeId issuer, DirectorySnapshot snapshot) {
        return snapshot.node(issuer)
                .flatMap(entry -> Optional.ofNullable(entry.logs()))
                .flatMap(logs -> logs.log(LogPurpose.EVENTS))
                .map(log -> new WitnessRules(snapshot).policy(log.keys(), isOther(issuer)));
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
                .filter(group -> group.name().startsWith(BLOC)
                        && group.members().stream().anyMatch(names::contains))
                .map(group -> group.name().substring(BLOC.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Predicate<NodeEntry> isOther(NodeId issuer) {
        return entry -> !entry.node().id().equals(issuer) && entry.revokedAt() == null;
    }

    private LogPolicy policy(List<LogKey> logKeys, Predicate<NodeEntry> witnessing) {
        Map<NodeId, Bloc> blocOf = blocOfNodes();
        List<NodeEntry> nodes = new ArrayList<>();
        snapshot.forEachNode(nodes::add);
        nodes.stream()
                .filter(witnessing)
                .limit(MOST_WITNESSES)
                .forEach(entry -> add(entry, blocOf.get(entry.node().id())));
        List<LogPolicy.Log> logs =
                parsed(logKeys).stream().map(key -> new LogPolicy.Log(key, "")).toList();
        if (blocs.isEmpty()) {
            return new LogPolicy(logs, List.of(), List.of(), LogPolicy.NONE);
        }
        blocs.forEach((bloc, members) -> groups.add(LogPolicy.Group.any(bloc, members)));
        groups.add(new LogPolicy.Group(QUORUM, Math.min(BLOCS, blocs.size()), List.copyOf(blocs.keySet())));
        return new LogPolicy(logs, witnesses, groups, QUORUM);
    }

    private void add(NodeEntry entry, @Nullable Bloc bloc) {
        NodeLogs logs = entry.logs();
        PublishedWitness witness = logs == null ? null : logs.witness();
        if (witness == null || bloc == null) {
            return;
        }
        List<String> kinds = new ArrayList<>();
        for (LogKey.Use use : LogKey.Use.values()) {
            List<VerifierKey> keys = parsed(
                    witness.keys().stream().filter(key -> key.use() == use).toList());
            if (!keys.isEmpty()) {
                kinds.add(anyOf(witness.name() + "/" + use.name().toLowerCase(Locale.ROOT), keys));
            }
        }
        groups.add(LogPolicy.Group.all(witness.name(), kinds));
        blocs.computeIfAbsent(BLOC + bloc.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(witness.name());
    }

    private String anyOf(String name, List<VerifierKey> keys) {
        List<String> members = new ArrayList<>();
        for (VerifierKey key : keys) {
            String member = name + "/" + members.size();
            witnesses.add(new LogPolicy.Witness(member, key, ""));
            members.add(member);
        }
        groups.add(LogPolicy.Group.any(name, members));
        return name;
    }

    /** The bloc of most agencies of a node; one that serves none speaks for no bloc. */
    private Map<NodeId, Bloc> blocOfNodes() {
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
