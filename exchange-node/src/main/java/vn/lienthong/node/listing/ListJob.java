package vn.lienthong.node.listing;

import java.time.Instant;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.web.JobProgress;

/**
 * An export and how far it is.
 *
 * @param id names it
 * @param title of the list
 * @param fileName with ending
 * @param format what kind of file
 * @param agency whose list
 * @param state what it does
 * @param rows written so far
 * @param size of the file in octets; 0 until it is done
 * @param requestedAt when
 * @param expiresAt when the file is deleted
 */
public record ListJob(
        UUID id,
        String title,
        String fileName,
        ListFormat format,
        AgencyCode agency,
        JobProgress.State state,
        long rows,
        long size,
        Instant requestedAt,
        Instant expiresAt) {

    /** As the pages show progress. */
    public JobProgress progress() {
        return new JobProgress(state, rows, 0, "listing.job");
    }

    /** Whether the file can be fetched. */
    public boolean ready() {
        return state == JobProgress.State.DONE;
    }
}
