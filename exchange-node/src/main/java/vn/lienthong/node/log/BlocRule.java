package vn.lienthong.node.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.NoteKeyType;
import vn.lienthong.crypto.log.VerifierKey;

/**
 * The rule of who must have cosigned where no operator wrote another: two blocs, each by any of its witnesses; all of them where
 * there are fewer than two; nobody where there are none. A witness has cosigned when it has done so with a key of each kind that
 * it has.
 */
public final class BlocRule {

    /** How the groups of blocs begin in a policy. */
    public static final String BLOC = "bloc-";

    private static final int BLOCS = 2;
    /** A policy holds 1024 groups; a witness takes up to three of them. */
    private static final int MOST_OF_A_BLOC = 64;

    private static final String QUORUM = "blocs";

    private final List<LogPolicy.Witness> witnesses = new ArrayList<>();
    private final List<LogPolicy.Group> groups = new ArrayList<>();
    private final Map<String, List<String>> blocs = new TreeMap<>();

    private BlocRule() {}

    /**
     * A witness.
     *
     * @param name of its keys
     * @param bloc for which it speaks
     * @param url where it takes checkpoints, or empty
     * @param keys all that it may sign with
     */
    public record Party(String name, String bloc, String url, List<VerifierKey> keys) {

        /** Copies the keys. */
        public Party {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The policy for a log.
     *
     * @param log the keys of the log
     * @param parties who may witness it, in the order of preference: more than 64 of a bloc are not counted
     */
    public static LogPolicy policy(Collection<VerifierKey> log, Collection<Party> parties) {
        List<LogPolicy.Log> logs =
                log.stream().map(key -> new LogPolicy.Log(key, "")).toList();
        BlocRule rule = new BlocRule();
        parties.forEach(rule::add);
        return rule.policy(logs);
    }

    private LogPolicy policy(List<LogPolicy.Log> logs) {
        if (blocs.isEmpty()) {
            return new LogPolicy(logs, List.of(), List.of(), LogPolicy.NONE);
        }
        blocs.forEach((bloc, members) -> groups.add(LogPolicy.Group.any(bloc, members)));
        groups.add(new LogPolicy.Group(QUORUM, Math.min(BLOCS, blocs.size()), List.copyOf(blocs.keySet())));
        return new LogPolicy(logs, witnesses, groups, QUORUM);
    }

    private void add(Party party) {
        List<String> ofBloc =
                blocs.computeIfAbsent(BLOC + party.bloc().toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
        if (party.keys().isEmpty() || ofBloc.contains(party.name()) || ofBloc.size() == MOST_OF_A_BLOC) {
            if (ofBloc.isEmpty()) {
                blocs.remove(BLOC + party.bloc().toLowerCase(Locale.ROOT));
            }
            return;
        }
        Map<String, List<VerifierKey>> kinds = new LinkedHashMap<>();
        party.keys()
                .forEach(key ->
                        kinds.computeIfAbsent(kind(key), _ -> new ArrayList<>()).add(key));
        List<String> members = kinds.entrySet().stream()
                .map(kind -> anyOf(party.name() + "/" + kind.getKey(), kind.getValue(), party.url()))
                .toList();
        groups.add(LogPolicy.Group.all(party.name(), members));
        ofBloc.add(party.name());
    }

    private static String kind(VerifierKey key) {
        return key.type() == NoteKeyType.COSIGNATURE_ML_DSA_44 ? "pq" : "classical";
    }

    /** A witness renews its keys: either of a kind will do. */
    private String anyOf(String name, List<VerifierKey> keys, String url) {
        if (keys.size() == 1) {
            witnesses.add(new LogPolicy.Witness(name, keys.getFirst(), url));
            return name;
        }
        List<String> members = new ArrayList<>();
        for (VerifierKey key : keys) {
            String member = name + "/" + members.size();
            witnesses.add(new LogPolicy.Witness(member, key, url));
            members.add(member);
        }
        groups.add(LogPolicy.Group.any(name, members));
        return name;
    }
}
