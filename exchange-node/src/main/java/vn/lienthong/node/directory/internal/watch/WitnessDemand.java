package vn.lienthong.node.directory.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.directory.internal.publication.StandingTable;
import vn.lienthong.node.directory.internal.publication.StandingTable.Witnessed;
import vn.lienthong.node.directory.internal.watch.AlarmTable.Finding;
import vn.lienthong.node.log.BlocRule;
import vn.lienthong.node.log.OperatorPolicy;

/**
 * Demands that witnesses have seen what the directory's log says: by the operator's policy, else by the rule of blocs. Witnesses may
 * be away for a time; then nodes go on and an officer is told. What nobody else has seen could be a history for this node alone.
 */
public final class WitnessDemand {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessDemand.class);

    private final StandingTable standing;
    private final ListedKeys listed;
    private final AlarmTable alarms;
    private final Terms terms;
    private final InstantSource clock;
    private volatile Standing state;

    /**
     * What is demanded.
     *
     * @param operator what the operator wrote
     * @param grace how long witnesses may be away before an alarm is raised
     */
    public record Terms(OperatorPolicy operator, Duration grace) {}

    /** Demands by these terms. */
    public WitnessDemand(
            StandingTable standing, ListedKeys listed, AlarmTable alarms, Terms terms, InstantSource clock) {
        this.standing = standing;
        this.listed = listed;
        this.alarms = alarms;
        this.terms = terms;
        this.clock = clock;
        Witnessed kept = standing.witnessed();
        this.state = new Standing(kept.size() > 0, kept, kept.size(), kept.told());
    }

    /**
     * How far the directory's log is witnessed.
     *
     * @param demanded whether there is anybody whose cosignatures are demanded
     * @param witnessed what is known to have its quorum
     * @param size of the last checkpoint that fitted
     * @param overdue whether witnesses are away for longer than they may
     */
    public record Standing(boolean demanded, Witnessed witnessed, long size, boolean overdue) {

        /** Since when a checkpoint waits for its quorum; empty when none does, or none is demanded. */
        public Optional<Instant> waitingSince() {
            return demanded ? Optional.ofNullable(witnessed.since()) : Optional.empty();
        }
    }

    /** As it was found last. */
    public Standing standing() {
        return state;
    }

    /**
     * Judges a checkpoint that fits the publications.
     *
     * @param directory whose log it is
     * @param logKeys the listed keys of that log
     */
    void judge(SignedNote note, Checkpoint checkpoint, NodeId directory, List<VerifierKey> logKeys) {
        LogPolicy policy = policy(directory, logKeys);
        Witnessed before = standing.witnessed();
        long size = checkpoint.size();
        boolean demanded = !policy.quorum().equals(LogPolicy.NONE);
        Witnessed now = next(before, demanded && !(policy.evaluate(note) instanceof PolicyCheck.Accepted), size);
        boolean overdue =
                now.since() != null && !clock.instant().isBefore(now.since().plus(terms.grace()));
        if (overdue && !now.told()) {
            ring(note, directory, now, size);
            now = new Witnessed(now.size(), now.since(), true);
        }
        if (!now.equals(before)) {
            standing.witnessed(now);
        }
        if (before.told() && !now.told()) {
            LOG.info("the directory's log has its witnesses again, up to {} entries", now.size());
        }
        state = new Standing(demanded, now, size, overdue);
    }

    private Witnessed next(Witnessed before, boolean missing, long size) {
        if (!missing) {
            return new Witnessed(Math.max(size, before.size()), null, false);
        }
        if (size <= before.size()) {
            return before;
        }
        @Nullable Instant since = before.since();
        return new Witnessed(before.size(), since == null ? clock.instant() : since, before.told());
    }

    private LogPolicy policy(NodeId directory, List<VerifierKey> logKeys) {
        Optional<LogPolicy> written = terms.operator().written();
        if (written.isPresent()) {
            return written.get()
                    .withLogs(logKeys.stream()
                            .map(key -> new LogPolicy.Log(key, ""))
                            .toList());
        }
        List<BlocRule.Party> parties = listed.witnesses(directory).stream()
                .filter(ListedKeys.ListedWitness::offered)
                .filter(witness -> !witness.keys().isEmpty())
                .flatMap(witness -> witness.bloc().stream()
                        .map(bloc ->
                                new BlocRule.Party(witness.keys().getFirst().name(), bloc.name(), "", witness.keys())))
                .toList();
        return BlocRule.policy(logKeys, parties);
    }

    private void ring(SignedNote note, NodeId directory, Witnessed witnessed, long size) {
        String detail = "of " + size + " entries only " + witnessed.size() + " are witnessed as demanded, since "
                + witnessed.since();
        alarms.raise(
                new Finding(
                        Kind.UNWITNESSED,
                        ErrorCode.DIRECTORY_UNWITNESSED,
                        directory.value(),
                        0,
                        null,
                        detail,
                        Octets.of(note.encode())),
                false);
    }
}
