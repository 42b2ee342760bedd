package vn.lienthong.node.outgoing.internal.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.documents.FileType;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;

/**
 * A file of a draft. Never prints its name.
 *
 * @param id its name in the store
 * @param document whose file it is
 * @param position its place among the files of the document, from 1
 * @param main whether it is the document itself, not an annex
 * @param name as the clerk calls it
 * @param type what it is, by name and first octets
 * @param expected octets that were announced
 * @param size octets that are there
 * @param complete whether all are there
 * @param sha256 of its content; null until complete
 * @param addedAt when it was begun
 * @param signatures what a check found, as JSON; empty before
 * @param suggestion what its text says, as JSON; empty without
 */
public record DraftFile(
        FileId id,
        OutgoingId document,
        int position,
        boolean main,
        String name,
        FileType type,
        long expected,
        long size,
        boolean complete,
        @Nullable Sha256 sha256,
        Instant addedAt,
        String signatures,
        String suggestion) {

    /** How much of it is there, 0 to 100. */
    public int percent() {
        return expected <= 0 ? 0 : (int) Math.min(complete ? 100 : 99, size * 100 / expected);
    }

    /** Whether signatures can be put on it. */
    public boolean isPdf() {
        return type == FileType.PDF;
    }

    @Override
    public String toString() {
        return "DraftFile[" + id + "]";
    }
}
