package vn.lienthong.node.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;

/**
 * What a verification found.
 *
 * @param log which log
 * @param size of the checkpoint against which everything was held
 * @param checked entries that were looked at; fewer than {@code size} when it was broken off
 * @param root that the entries have
 * @param faultCount number of all faults
 * @param faults the first 100 of them, in the order of the log
 * @param witnesses one line for each witness: what it was found to confirm, or why not
 */
public record LogVerdict(
        LogName log,
        long size,
        long checked,
        @Nullable Sha256 root,
        long faultCount,
        List<Fault> faults,
        List<WitnessWord> witnesses) {

    /** Copies the lists. */
    public LogVerdict {
        faults = List.copyOf(faults);
        witnesses = List.copyOf(witnesses);
    }

    /** Whether everything was looked at and nothing is wrong. */
    public boolean isSound() {
        return faultCount == 0 && checked == size;
    }

    /** What is wrong. */
    public enum Kind {
        /** An entry of the database is not what was published. */
        ENTRY_EDITED,
        /** An entry is missing in the database. */
        ENTRY_DELETED,
        /** An entry stands in the database where the published log has none. */
        ENTRY_INSERTED,
        /** An entry stands at another place than in the published log. */
        ENTRY_MOVED,
        /** A published bundle differs from database and tree, or is missing. */
        BUNDLE_CHANGED,
        /** A tile differs from the entries below it, or is missing. */
        TILE_CHANGED,
        /** All entries and tiles agree with each other, but not with the signed root. */
        REWRITTEN,
        /** The committed head in the database is not that of the entries. */
        HEAD_CHANGED,
        /** The published checkpoint, or a kept one, is not what this log signed, or not of this tree. */
        CHECKPOINT_CHANGED,
        /** The log is shorter than something that was signed or cosigned before. */
        TRUNCATED,
        /** A witness cosigned another history. */
        WITNESS_CONTRADICTS,
        /** What an entry commits to is not what is kept in its own table. */
        CONTENT_EDITED,
        /** What an entry commits to is gone from its own table. */
        CONTENT_DELETED,
        /** A content stands in its own table of which the log does not tell. */
        CONTENT_INSERTED,
        /** A time-stamp does not hold, or is about something else than a checkpoint of this log. */
        TIMESTAMP_CHANGED
    }

    /**
     * One fault.
     *
     * @param kind what is wrong
     * @param index the entry, from 0; null when it is not about one entry
     * @param place file or column, in English
     * @param detail what was found there, in English; no content of entries
     */
    public record Fault(Kind kind, @Nullable Long index, String place, String detail) {}

    /**
     * What a witness says.
     *
     * @param witness its name
     * @param size of the checkpoint that it holds; 0 when it holds none or did not answer
     * @param confirms whether that checkpoint is the beginning of this log
     * @param detail in English
     */
    public record WitnessWord(String witness, long size, boolean confirms, String detail) {}
}
