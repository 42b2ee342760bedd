package vn.lienthong.node.log.internal;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.log.LogTimestamps.Stamped;
import vn.lienthong.node.log.LogVerdict.Kind;
import vn.lienthong.node.timestamp.TimestampVerification;

/** Holds the time-stamps over checkpoints against the checkpoints, these against the tree, and the tokens against their authority. */
final class StampCheck {

    private static final String PLACE = "table log_timestamp, size ";

    private final OwnLog log;
    private final TimestampVerification authority;
    private final FaultList faults;

    StampCheck(OwnLog log, TimestampVerification authority, FaultList faults) {
        this.log = log;
        this.authority = authority;
        this.faults = faults;
    }

    /**
     * Checks one.
     *
     * @param root that the entries of today have at its size
     */
    void check(Stamped stamped, @Nullable MerkleHash root) {
        fault(stamped, root)
                .ifPresent(detail -> faults.add(Kind.TIMESTAMP_CHANGED, null, PLACE + stamped.size(), detail));
    }

    private Optional<String> fault(Stamped stamped, @Nullable MerkleHash root) {
        byte[] octets = stamped.note().toByteArray();
        try {
            SignedNote note = SignedNote.parse(octets);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(log.origin())
                    || !(note.verify(log.keys().verifierKeys()) instanceof NoteCheck.Verified)) {
                return Optional.of("the checkpoint is not signed by this log");
            }
            if (checkpoint.size() != stamped.size() || !Objects.equals(checkpoint.root(), root)) {
                return Optional.of("the checkpoint is not one of these entries");
            }
        } catch (LogFormatException e) {
            return Optional.of("what was stamped is no checkpoint");
        }
        return authority.fault(stamped.token().toByteArray(), Digest.sha256(octets));
    }

    /** A time-stamp that was there before the published checkpoint was read cannot be about a longer log. */
    void checkLatest(long stampedBefore, long size) {
        if (stampedBefore > size) {
            faults.add(Kind.TRUNCATED, size, PLACE + stampedBefore, "a checkpoint of that size was time-stamped");
        }
    }
}
