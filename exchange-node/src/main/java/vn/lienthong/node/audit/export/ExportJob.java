package vn.lienthong.node.audit.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.search.EventFilter;

/**
 * An export, made in the background.
 *
 * @param id names it
 * @param format in which form
 * @param filter which events
 * @param secrecy the highest level of events that it holds: whoever is not cleared for it does not see that there is such an export
 * @param requestedBy login of the officer
 * @param requestedAt when
 * @param decidedBy login of the second officer who approved or rejected it; null when none had to, or has not yet
 * @param state how far it is
 * @param done how many events are written
 * @param size octets of the file, 0 until it is done
 * @param sha256 of the file; null until it is done
 * @param fault why it failed, in English without contents; null when it did not
 * @param expiresAt when the files are deleted
 */
public record ExportJob(
        UUID id,
        ExportFormat format,
        EventFilter filter,
        Secrecy secrecy,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        State state,
        long done,
        long size,
        @Nullable Sha256 sha256,
        @Nullable String fault,
        Instant expiresAt) {

    /** How far an export is. */
    public enum State {
        /** Waits for the approval of a second officer. */
        PROPOSED,
        /** A second officer did not approve it. */
        REJECTED,
        /** Not begun. */
        WAITING,
        /** Being written. */
        RUNNING,
        /** Can be downloaded. */
        DONE,
        /** Could not be written. */
        FAILED,
        /** Its files are deleted, or nobody approved it in time. */
        EXPIRED
    }

    /** The name of its file. */
    public String fileName() {
        return (format == ExportFormat.DOSSIER ? "ho-so-" : "nhat-ky-") + id + "." + format.extension();
    }
}
