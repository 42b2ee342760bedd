package vn.lienthong.node.training.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Something that a simulated agency is to do.
 *
 * @param id of the row; 0 before it is kept
 * @param agency who
 * @param kind what
 * @param parcel with which document; null when it is still to be sent
 * @param detail which of several; may be empty
 * @param dueAt when
 * @param tries how often it was tried in vain
 */
public record Act(
        long id, AgencyCode agency, ActKind kind, @Nullable ParcelId parcel, String detail, Instant dueAt, int tries) {

    /** One that is not kept yet. */
    public static Act of(AgencyCode agency, ActKind kind, @Nullable ParcelId parcel, String detail, Instant dueAt) {
        return new Act(0, agency, kind, parcel, detail, dueAt, 0);
    }
}
