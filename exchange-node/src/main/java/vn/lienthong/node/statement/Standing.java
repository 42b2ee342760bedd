package vn.lienthong.node.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementWords;

/**
 * Where a document stands at one recipient, derived from all statements about it.
 *
 * @param parcelId the parcel
 * @param sender who sent it
 * @param recipient the recipient
 * @param status what to show; null before any statement came
 * @param statusAt since when; null before any statement came
 * @param words why, of the statement that made the status
 * @param arrivalNumber số đến at the recipient; may be empty
 * @param dueDate until when the recipient will have done it; null when not said
 * @param openRecall the recall request that waits for an answer; null when none does
 * @param withdrawn whether the recipient has reported that it cancelled the document
 * @param reminders how often the sender has reminded
 * @param remindedAt when last; null when never
 */
public record Standing(
        ParcelId parcelId,
        AgencyCode sender,
        AgencyCode recipient,
        @Nullable Known status,
        @Nullable Instant statusAt,
        StatementWords words,
        String arrivalNumber,
        @Nullable LocalDate dueDate,
        @Nullable StatementId openRecall,
        boolean withdrawn,
        int reminders,
        @Nullable Instant remindedAt) {

    /** Returns whether nothing but a new recall may follow: 02, 06 and 15. */
    public boolean isEnded() {
        return status == Known.REFUSED || status == Known.COMPLETED || status == Known.AGREED;
    }
}
