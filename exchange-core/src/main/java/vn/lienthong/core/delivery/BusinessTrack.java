package vn.lienthong.core.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;

/**
 * The business status of one delivery as derived from all that were received, in any order. The log of all is kept elsewhere;
 * this says where matters stand.
 *
 * <p>Rules: statuses 01 to 06 only move forward. 02 and 15 end the matter, 06 ends the work; only a new 13 leads on from 06
 * and 15, nothing from 02. While a recall is asked for, progress is remembered; 16 leads back to it. Unknown codes change
 * nothing.
 *
 * @param progress the furthest of 01 to 06, or 02, or 15; null before any came
 * @param recallRequested whether a 13 waits for its answer
 */
public record BusinessTrack(@Nullable Known progress, boolean recallRequested) {

    /** Nothing received yet. */
    public static final BusinessTrack START = new BusinessTrack(null, false);

    /** Returns the status to show. */
    public Optional<Known> current() {
        return recallRequested ? Optional.of(Known.RECALL_REQUESTED) : Optional.ofNullable(progress);
    }

    /** Returns the track after a status; the same track when it was a duplicate, late or unknown. */
    public BusinessTrack after(BusinessStatus status) {
        return switch (status) {
            case BusinessStatus.Unknown(String code) -> this;
            case Known known -> afterKnown(known);
        };
    }

    private BusinessTrack afterKnown(Known status) {
        return switch (status) {
            case RECALL_REQUESTED -> progress == Known.REFUSED ? this : new BusinessTrack(progress, true);
            case DECLINED -> new BusinessTrack(progress, false);
            case AGREED -> progress == Known.REFUSED ? this : new BusinessTrack(Known.AGREED, false);
            case REFUSED -> isDecided() ? this : new BusinessTrack(Known.REFUSED, false);
            case ARRIVED, RECEIVED, ASSIGNED, IN_PROGRESS, COMPLETED ->
                progress == null || status.rank() > progress.rank() ? new BusinessTrack(status, recallRequested) : this;
        };
    }

    private boolean isDecided() {
        return progress == Known.AGREED || progress == Known.COMPLETED;
    }
}
