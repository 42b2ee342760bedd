package vn.lienthong.node.directory.internal.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.NoteKeyType;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.directory.DirectoryAlarm.Kind;
import vn.lienthong.node.directory.internal.publication.CopyStore;
import vn.lienthong.node.directory.internal.publication.DirectoryCopy;
import vn.lienthong.node.directory.internal.publication.ListedKeys;
import vn.lienthong.node.directory.internal.publication.StandingTable.Compared;
import vn.lienthong.node.directory.internal.watch.AlarmTable.Finding;

/**
 * Compares the checkpoints that the directory shows to everybody with the publications that it gave to this node. Whoever shows two
 * histories has to sign two checkpoints, and both are kept as proof.
 */
public final class HeadWatch {

    /** A checkpoint may be seen before the publication that it covers; not for so long. */
    static final Duration AHEAD = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final NodeId DIRECTORY = new NodeId("directory");
    private static final int WANTED_BLOCS = 2;

    private final DirectoryCopy copy;
    private final CopyStore store;
    private final ListedKeys listed;
    private final AlarmTable alarms;
    private final WitnessDemand demand;
    private final InstantSource clock;
    private Optional<Instant> aheadSince = Optional.empty();
    private volatile HeadState state = new HeadState(0, 0, 0);

    /** Watches for this copy. */
    public HeadWatch(
            DirectoryCopy copy,
            CopyStore store,
            ListedKeys listed,
            AlarmTable alarms,
            WitnessDemand demand,
            InstantSource clock) {
        this.copy = copy;
        this.store = store;
        this.listed = listed;
        this.alarms = alarms;
        this.demand = demand;
        this.clock = clock;
    }

    /**
     * How the directory's log stands.
     *
     * @param size of the last checkpoint that fitted
     * @param blocs of which witnesses have cosigned it
     * @param wanted of how many blocs witnesses should have
     */
    public record HeadState(long size, int blocs, int wanted) {}

    /** The last comparison. */
    public HeadState state() {
        return state;
    }

    /**
     * Compares a checkpoint.
     *
     * @param octets the note, hostile
     * @param complete whether the copy was found to be complete after the note was fetched
     * @return false when it contradicts what is held
     */
    public boolean compare(byte[] octets, boolean complete) {
        Optional<PublishedLog> log = copy.current().node(DIRECTORY).flatMap(HeadWatch::publications);
        if (log.isEmpty()) {
            return true;
        }
        try {
            SignedNote note = SignedNote.parse(octets);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            boolean genuine = checkpoint.origin().equals(log.get().origin())
                    && isSigned(note, ListedKeys.parsed(log.get().keys()));
            if (!genuine) {
                LOG.warn("what the directory shows as its checkpoint is not signed by the keys that it lists");
                return true;
            }
            boolean fits = judge(note, checkpoint, complete);
            if (fits && checkpoint.size() <= copy.tree().size()) {
                demand.judge(
                        note, checkpoint, DIRECTORY, ListedKeys.parsed(log.get().keys()));
            }
            return fits;
        } catch (LogFormatException e) {
            LOG.warn("what the directory shows as its checkpoint cannot be read: {}", e.toString());
            return true;
        }
    }

    private static Optional<PublishedLog> publications(NodeEntry directory) {
        return Optional.ofNullable(directory.logs()).flatMap(logs -> logs.log(LogPurpose.DIRECTORY));
    }

    /** Both keys: the classical one that every tool verifies, and the post-quantum one. */
    private static boolean isSigned(SignedNote note, List<VerifierKey> keys) {
        if (!(note.verify(keys) instanceof NoteCheck.Verified verified)) {
            return false;
        }
        Set<NoteKeyType> types = verified.signatures().stream()
                .map(signature -> signature.key().type())
                .collect(Collectors.toSet());
        return types.contains(NoteKeyType.COSIGNATURE_ML_DSA_44) && types.size() > 1;
    }

    private boolean judge(SignedNote note, Checkpoint checkpoint, boolean complete) {
        Compared last = store.standing().compared();
        if (checkpoint.size() < last.size()) {
            String detail = "the log had " + last.size() + " entries and now " + checkpoint.size();
            return ring(Kind.ROLLBACK, ErrorCode.DIRECTORY_ROLLBACK, detail, note, last);
        }
        if (checkpoint.size() > copy.tree().size()) {
            return ahead(note, checkpoint, complete, last);
        }
        aheadSince = Optional.empty();
        if (!rootOf(checkpoint.size())
                .equals(Optional.of(Sha256.fromBytes(checkpoint.root().toByteArray())))) {
            String detail = "another root at " + checkpoint.size() + " entries than the publications taken here make";
            return ring(Kind.SPLIT_VIEW, ErrorCode.DIRECTORY_SPLIT_VIEW, detail, note, last);
        }
        keep(note, checkpoint, last);
        return true;
    }

    private boolean ahead(SignedNote note, Checkpoint checkpoint, boolean complete, Compared last) {
        if (!complete) {
            return true;
        }
        Instant now = clock.instant();
        Instant since = aheadSince.orElse(now);
        aheadSince = Optional.of(since);
        if (now.isBefore(since.plus(AHEAD))) {
            return true;
        }
        String detail = "the log has " + checkpoint.size() + " entries, the publications given to this node make "
                + copy.tree().size();
        return ring(Kind.SPLIT_VIEW, ErrorCode.DIRECTORY_SPLIT_VIEW, detail, note, last);
    }

    private Optional<Sha256> rootOf(long size) {
        try {
            return Optional.of(store.tree().root(size));
        } catch (IOException e) {
            throw new IllegalStateException("the tiles of the directory's log are damaged", e);
        }
    }

    private void keep(SignedNote note, Checkpoint checkpoint, Compared last) {
        String text = new String(note.encode(), StandardCharsets.UTF_8);
        if (!text.equals(last.note())) {
            store.standing().compared(new Compared(checkpoint.size(), text, clock.instant()));
        }
        List<ListedKeys.ListedWitness> witnesses = listed.witnesses(DIRECTORY);
        int present = (int) witnesses.stream()
                .filter(ListedKeys.ListedWitness::offered)
                .flatMap(witness -> witness.bloc().stream())
                .distinct()
                .count();
        state = new HeadState(checkpoint.size(), cosigners(note, witnesses).size(), Math.min(WANTED_BLOCS, present));
    }

    private static Set<Bloc> cosigners(SignedNote note, List<ListedKeys.ListedWitness> witnesses) {
        return witnesses.stream()
                .filter(witness -> note.verify(witness.keys()) instanceof NoteCheck.Verified)
                .flatMap(witness -> witness.bloc().stream())
                .collect(Collectors.toSet());
    }

    private boolean ring(Kind kind, ErrorCode code, String detail, SignedNote note, Compared last) {
        String before = last.note() == null ? "" : last.note();
        String proof = new String(note.encode(), StandardCharsets.UTF_8) + "\n\n" + before;
        alarms.raise(
                new Finding(
                        kind,
                        code,
                        DIRECTORY.value(),
                        copy.sequence(),
                        null,
                        detail,
                        Octets.of(proof.getBytes(StandardCharsets.UTF_8))),
                true);
        return false;
    }
}
