package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.log.BlocRule;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * Whose cosignatures make a checkpoint of an own log valid: the operator's policy file, or one that is made of the listed
 * witnesses: any of a bloc, and two blocs.
 *
 * @param policy the rules
 * @param written whether the operator wrote them
 */
record Quorum(LogPolicy policy, boolean written) {

    private static final String MADE = "# Made of the directory. Remove this line to keep a policy of your own.\n";

    /**
     * The policy in force; written to the file when it was made here.
     *
     * @throws StartRefusedException when the operator's file is not a policy
     */
    static Quorum read(OwnLog log, List<ListedWitnesses.Listed> listed) throws IOException {
        Optional<byte[]> file = log.files().text(LogFiles.POLICY);
        if (file.isPresent() && !new String(file.get(), StandardCharsets.UTF_8).startsWith(MADE)) {
            try {
                return new Quorum(ofThisLog(LogPolicy.parse(file.get()), log), true);
            } catch (LogFormatException e) {
                throw new StartRefusedException(
                        "the policy of the log, " + log.files().root().resolve(LogFiles.POLICY) + ", does not read: "
                                + e.getMessage(),
                        e);
            }
        }
        LogPolicy made = make(log, listed);
        byte[] text = (MADE + new String(made.encode(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        if (file.isEmpty() || !Arrays.equals(file.get(), text)) {
            log.files().replace(LogFiles.POLICY, text);
        }
        return new Quorum(made, false);
    }

    /** A policy that was written for an epoch before holds for the log of today as well. */
    private static LogPolicy ofThisLog(LogPolicy written, OwnLog log) {
        boolean named = written.logs().stream().anyMatch(one -> one.key().name().equals(log.origin()));
        return named
                ? written
                : written.withLogs(log.keys().verifierKeys().stream()
                        .map(key -> new LogPolicy.Log(key, ""))
                        .toList());
    }

    private static LogPolicy make(OwnLog log, List<ListedWitnesses.Listed> listed) {
        return BlocRule.policy(
                log.keys().verifierKeys(),
                listed.stream()
                        .map(one -> new BlocRule.Party(
                                one.keys().getFirst().name(),
                                one.bloc(),
                                one.url().toString(),
                                one.keys()))
                        .toList());
    }

    /**
     * A witness as one party that is asked.
     *
     * @param name of its keys
     * @param keys that it may answer with
     * @param url where it is asked
     */
    record Asked(String name, List<VerifierKey> keys, URI url) {}

    /** Whom to ask. */
    List<Asked> asked() {
        Map<String, Asked> byUrl = new LinkedHashMap<>();
        for (LogPolicy.Witness witness : policy.witnesses()) {
            if (witness.url().isEmpty()) {
                continue;
            }
            byUrl.merge(
                    witness.url(),
                    new Asked(witness.key().name(), List.of(witness.key()), URI.create(witness.url())),
                    Quorum::together);
        }
        return List.copyOf(byUrl.values());
    }

    private static Asked together(Asked one, Asked other) {
        List<VerifierKey> keys = new ArrayList<>(one.keys());
        keys.addAll(other.keys());
        return new Asked(one.name(), keys, one.url());
    }

    /** Whether the checkpoint needs nobody. */
    boolean isNone() {
        return policy.quorum().equals(LogPolicy.NONE);
    }

    /**
     * Whether these would be enough without anybody else.
     *
     * @param names as in {@link #asked}
     */
    boolean couldBeReachedBy(Set<String> names) {
        if (isNone()) {
            return asked().stream().map(Asked::name).allMatch(names::contains);
        }
        Set<String> reached = new HashSet<>();
        for (Asked asked : asked()) {
            policy.witnesses().stream()
                    .filter(witness ->
                            names.contains(asked.name()) && asked.keys().contains(witness.key()))
                    .forEach(witness -> reached.add(witness.name()));
        }
        for (LogPolicy.Group group : policy.groups()) {
            if (group.members().stream().filter(reached::contains).count() >= group.threshold()) {
                reached.add(group.name());
            }
        }
        return reached.contains(policy.quorum());
    }

    /**
     * Whether those who answer after a start know enough of the log. They do when those who are away could have proven nothing without
     * them, and also when they are most of all that are asked and enough for a quorum: every checkpoint is offered to all, so that what
     * few have cosigned most have seen (ADR 11).
     *
     * @param away names as in {@link #asked}
     */
    boolean isKnownWithout(Set<String> away) {
        Set<String> answering = asked().stream()
                .map(Asked::name)
                .filter(name -> !away.contains(name))
                .collect(Collectors.toSet());
        return !couldBeReachedBy(away) || (answering.size() > away.size() && couldBeReachedBy(answering));
    }

    /** Whether enough have cosigned. */
    boolean isReached(SignedNote note) {
        return policy.evaluate(note) instanceof PolicyCheck.Accepted;
    }
}
