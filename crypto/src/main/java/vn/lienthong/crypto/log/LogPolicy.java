package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which logs are trusted, and whose cosignatures make a checkpoint valid (C2SP tlog-policy).
 *
 * @param logs trusted logs; any one of them may have signed
 * @param witnesses known witnesses
 * @param groups groups, each after those that it refers to
 * @param quorum name of the witness or group that must have cosigned, or {@link #NONE}
 */
public record LogPolicy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {

    /** The quorum that needs no witness. */
    public static final String NONE = "none";

    /** The largest policy file in octets. */
    public static final int MAX_SIZE = 4 << 20;

    /** The most logs, witnesses, groups, and members of a group. */
    public static final int MAX_ITEMS = 1024;

    /** Checks the rules of the format. */
    public LogPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
        PolicyRules rules = new PolicyRules();
        try {
            for (Log log : logs) {
                rules.add(log);
            }
            for (Witness witness : witnesses) {
                rules.add(witness);
            }
            for (Group group : groups) {
                rules.add(group);
            }
            rules.quorum(quorum);
        } catch (LogFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads a policy file.
     *
     * @throws LogFormatException if it breaks a rule of the format; names the line
     */
    public static LogPolicy parse(byte[] file) throws LogFormatException {
        return PolicyReader.read(file);
    }

    /** Returns the policy file: logs, witnesses, groups and quorum. */
    public byte[] encode() {
        StringBuilder text = new StringBuilder();
        logs.forEach(log -> text.append(line("log", log.key().text(), log.url())));
        witnesses.forEach(witness ->
                text.append(line("witness", witness.name(), witness.key().text(), witness.url())));
        groups.forEach(group -> text.append(
                line("group", group.name(), Integer.toString(group.threshold()), String.join(" ", group.members()))));
        return text.append(line("quorum", quorum)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String... items) {
        return String.join(" ", items).stripTrailing() + "\n";
    }

    /** Returns the policy with these logs in place of its own; witnesses and quorum stay. */
    public LogPolicy withLogs(Collection<Log> others) {
        return new LogPolicy(List.copyOf(others), witnesses, groups, quorum);
    }

    /** Holds a checkpoint against the policy. */
    public PolicyCheck evaluate(SignedNote note) {
        try {
            return evaluate(note, Checkpoint.parse(note.text()));
        } catch (LogFormatException e) {
            return new PolicyCheck.Rejected(PolicyCheck.Reason.NO_CHECKPOINT);
        }
    }

    private PolicyCheck evaluate(SignedNote note, Checkpoint checkpoint) {
        List<VerifierKey> logKeys = logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        return switch (note.verify(logKeys)) {
            case NoteCheck.Verified(List<VerifiedSignature> byLog) -> evaluate(note, checkpoint, byLog);
            case NoteCheck.Rejected(NoteCheck.Reason reason) ->
                new PolicyCheck.Rejected(
                        reason == NoteCheck.Reason.BAD_SIGNATURE
                                ? PolicyCheck.Reason.BAD_SIGNATURE
                                : PolicyCheck.Reason.UNKNOWN_LOG);
        };
    }

    private PolicyCheck evaluate(SignedNote note, Checkpoint checkpoint, List<VerifiedSignature> byLog) {
        List<AttestedCheckpoint.WitnessStatement> statements = new ArrayList<>();
        for (Witness witness : witnesses) {
            NoteCheck check = note.verify(List.of(witness.key()));
            if (check instanceof NoteCheck.Verified(List<VerifiedSignature> one)) {
                statements.add(new AttestedCheckpoint.WitnessStatement(witness.name(), one.getFirst()));
            } else if (check.equals(new NoteCheck.Rejected(NoteCheck.Reason.BAD_SIGNATURE))) {
                return new PolicyCheck.Rejected(PolicyCheck.Reason.BAD_SIGNATURE);
            }
        }
        AttestedCheckpoint attested = new AttestedCheckpoint(checkpoint, byLog, statements);
        return isQuorum(statements) ? new PolicyCheck.Accepted(attested) : new PolicyCheck.QuorumMissing(attested);
    }

    private boolean isQuorum(List<AttestedCheckpoint.WitnessStatement> statements) {
        Set<String> reached = new HashSet<>();
        statements.forEach(statement -> reached.add(statement.name()));
        for (Group group : groups) {
            if (group.members().stream().filter(reached::contains).count() >= group.threshold()) {
                reached.add(group.name());
            }
        }
        return quorum.equals(NONE) || reached.contains(quorum);
    }

    /**
     * A trusted log.
     *
     * @param key whose name is the log's origin
     * @param url where the log is published, or empty
     */
    public record Log(VerifierKey key, String url) {}

    /**
     * A known witness. Whoever has two keys is two witnesses, or a group of them.
     *
     * @param name what the policy calls it
     * @param key a cosignature key
     * @param url submission prefix, or empty
     */
    public record Witness(String name, VerifierKey key, String url) {}

    /**
     * A group of witnesses and groups, which counts as one that has cosigned when enough members have.
     *
     * @param name what the policy calls it
     * @param threshold how many members are enough
     * @param members names of witnesses and groups defined before
     */
    public record Group(String name, int threshold, List<String> members) {

        /** Copies the members. */
        public Group {
            members = List.copyOf(members);
        }

        /** Returns a group of which any member is enough. */
        public static Group any(String name, List<String> members) {
            return new Group(name, 1, members);
        }

        /** Returns a group that needs all its members. */
        public static Group all(String name, List<String> members) {
            return new Group(name, members.size(), members);
        }
    }
}
