package vn.lienthong.node.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Why a delivery has not come further, as far as this node knows it.
 *
 * @param parcel the parcel
 * @param recipient for whom
 * @param cause what holds it up
 * @param since since when it waits there
 * @param attempts how often it was tried to bring it to the recipient's node
 * @param lastAttempt when last; null when never
 * @param nextAttempt when it is tried again at the latest; null when it is not
 * @param lastError what went wrong the last time, or why it was refused; null when nothing did
 */
public record Delay(
        ParcelId parcel,
        AgencyCode recipient,
        Cause cause,
        Instant since,
        int attempts,
        @Nullable Instant lastAttempt,
        @Nullable Instant nextAttempt,
        @Nullable ErrorCode lastError) {

    /** So long everything may take without anybody calling it late. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /** So long people may leave something unopened. */
    private static final Duration UNOPENED_SOON = Duration.ofHours(4);

    /** What holds a delivery up. */
    public enum Cause {
        /** It waits here and was not tried yet. */
        QUEUED_HERE,
        /** No connection to the recipient's node. */
        UNREACHABLE,
        /** The recipient's node answers that it has no room or too much to do. */
        BUSY,
        /** The recipient's node answers, but not as it should. */
        FAULT,
        /** The recipient's node fetches what is for it, and has not come for this. */
        AWAITING_FETCH,
        /** The recipient's node refused it for good. */
        REFUSED_BY_NODE,
        /** It lies at the recipient's node; the recipient's system has said nothing about it. */
        SILENT,
        /** The recipient's system has said that it is there; nobody has taken it. */
        UNOPENED;

        /** The end of the key of its words, and its name in exports. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The same when the recipient's system has said something about the document: then it is people who have not opened it. */
    public Delay heard() {
        return cause == Cause.SILENT
                ? new Delay(parcel, recipient, Cause.UNOPENED, since, attempts, lastAttempt, nextAttempt, lastError)
                : this;
    }

    /** Whether it takes longer than anybody should wait without being told. */
    public boolean isLate(Instant now) {
        return switch (cause) {
            case REFUSED_BY_NODE -> true;
            case UNOPENED -> now.isAfter(since.plus(UNOPENED_SOON));
            case QUEUED_HERE, UNREACHABLE, BUSY, FAULT, AWAITING_FETCH, SILENT -> now.isAfter(since.plus(SOON));
        };
    }
}
