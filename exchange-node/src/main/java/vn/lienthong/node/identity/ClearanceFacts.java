package vn.lienthong.node.identity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;

/**
 * A clearance as pages show it.
 *
 * @param id its number
 * @param login whose
 * @param displayName the name shown to others
 * @param agency for whose documents
 * @param level up to which level
 * @param lastDay the last day on which it counts, Vietnam time
 * @param state how far it has come
 * @param reason why it was proposed
 * @param course who did what
 */
public record ClearanceFacts(
        long id,
        LoginName login,
        String displayName,
        AgencyCode agency,
        Secrecy level,
        LocalDate lastDay,
        State state,
        String reason,
        Course course) {

    /** How far a clearance has come. */
    public enum State {
        /** Somebody else has to confirm it. */
        PROPOSED,
        /** It counts until its last day. */
        ACTIVE,
        /** It was not confirmed. */
        REFUSED,
        /** It was taken away or ran out. */
        ENDED
    }

    /**
     * Who did what.
     *
     * @param proposedBy who proposed it
     * @param proposedAt when
     * @param decidedBy who confirmed or refused it, or null
     * @param decidedAt when, or null
     * @param endedBy who took it away, or null when nobody did
     * @param endedAt when it ended, or null
     */
    public record Course(
            LoginName proposedBy,
            Instant proposedAt,
            @Nullable LoginName decidedBy,
            @Nullable Instant decidedAt,
            @Nullable LoginName endedBy,
            @Nullable Instant endedAt) {}
}
