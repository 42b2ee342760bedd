package vn.lienthong.node.directory.internal.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.directory.DirectoryView;

/** The keys of logs and witnesses as the directory lists them. */
public final class ListedKeys {

    private final DirectoryView directory;
    private volatile Optional<Blocs> blocs = Optional.empty();

    /** Asks this copy. */
    public ListedKeys(DirectoryView directory) {
        this.directory = directory;
    }

    private record Blocs(long sequence, Map<NodeId, Bloc> ofNodes) {}

    /**
     * A witness.
     *
     * @param node which node it is
     * @param bloc of most agencies that the node serves; empty when it serves none
     * @param keys the classical ones first
     * @param offered whether it may be asked
     */
    public record ListedWitness(NodeId node, Optional<Bloc> bloc, List<VerifierKey> keys, boolean offered) {}

    /** The keys of the log of that origin; none when it is not listed or its node takes no part any more. */
    public List<VerifierKey> ofLog(String origin) {
        return directory
                .current()
                .nodeByLogName(origin)
                .filter(entry -> entry.revokedAt() == null)
                .flatMap(entry -> Optional.ofNullable(entry.logs()))
                .stream()
                .flatMap(logs -> logs.logs().stream())
                .filter(log -> log.origin().equals(origin))
                .flatMap(log -> parsed(log.keys()).stream())
                .toList();
    }

    /** The witnesses of all nodes but one, those of revoked nodes left out. */
    public List<ListedWitness> witnesses(NodeId without) {
        List<ListedWitness> witnesses = new ArrayList<>();
        DirectorySnapshot snapshot = directory.current();
        snapshot.forEachNode(entry -> {
            if (!entry.node().id().equals(without) && entry.revokedAt() == null) {
                witness(entry).ifPresent(witnesses::add);
            }
        });
        return List.copyOf(witnesses);
    }

    private Optional<ListedWitness> witness(NodeEntry entry) {
        NodeId node = entry.node().id();
        NodeLogs logs = entry.logs();
        return logs == null || logs.witness() == null
                ? Optional.empty()
                : Optional.of(new ListedWitness(
                        node,
                        bloc(node),
                        parsed(logs.witness().keys()),
                        logs.witness().offered()));
    }

    /** The bloc of most agencies that a node serves. */
    public Optional<Bloc> bloc(NodeId node) {
        long sequence = directory.sequence();
        Optional<Blocs> known = blocs.filter(counted -> counted.sequence == sequence);
        Blocs current = known.orElseGet(() -> new Blocs(sequence, count(directory.current())));
        blocs = Optional.of(current);
        return Optional.ofNullable(current.ofNodes.get(node));
    }

    private static Map<NodeId, Bloc> count(DirectorySnapshot snapshot) {
        Map<NodeId, EnumMap<Bloc, Integer>> counts = new HashMap<>();
        snapshot.forEachAgency(entry -> counts.computeIfAbsent(entry.node(), node -> new EnumMap<>(Bloc.class))
                .merge(entry.agency().bloc(), 1, Integer::sum));
        Map<NodeId, Bloc> most = new HashMap<>();
        counts.forEach((node, ofBlocs) -> ofBlocs.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(bloc -> most.put(node, bloc.getKey())));
        return most;
    }

    /** Keys as they verify; one that is no point of its curve is left out. */
    public static List<VerifierKey> parsed(List<LogKey> keys) {
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
