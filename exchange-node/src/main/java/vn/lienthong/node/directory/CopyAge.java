package vn.lienthong.node.directory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old the copy of the directory is, and how long it still counts.
 *
 * @param stage how urgent that is
 * @param asOf the copy is known to be complete up to this time; null at the directory itself
 * @param endsAt from then on nothing is sent to others; null at the directory itself
 */
public record CopyAge(
        Stage stage, @Nullable Instant asOf, @Nullable Instant endsAt) {

    private static final Duration LAST = Duration.ofDays(1);

    /** How urgent it is to reach the directory again. */
    public enum Stage {
        /** This is the directory itself. */
        ORIGINAL,
        /** Less than half of the time is over. */
        FRESH,
        /** Half of the time is over. */
        HALF_OVER,
        /** One day is left, or less. */
        LAST_DAY,
        /** Nothing is sent to others any more; receiving goes on. */
        OVER
    }

    /** The directory's own: never ages. */
    public static CopyAge original() {
        return new CopyAge(Stage.ORIGINAL, null, null);
    }

    /**
     * A copy's.
     *
     * @param asOf it is known to be complete up to this time
     * @param most how old it may become
     * @param now the time
     */
    public static CopyAge of(Instant asOf, Duration most, Instant now) {
        Instant endsAt = asOf.plus(most);
        if (!now.isBefore(endsAt)) {
            return new CopyAge(Stage.OVER, asOf, endsAt);
        }
        if (!now.isBefore(endsAt.minus(LAST)) && most.compareTo(LAST) > 0) {
            return new CopyAge(Stage.LAST_DAY, asOf, endsAt);
        }
        boolean half = !now.isBefore(asOf.plus(most.dividedBy(2)));
        return new CopyAge(half ? Stage.HALF_OVER : Stage.FRESH, asOf, endsAt);
    }

    /** Whether documents may be sent to agencies of other nodes. */
    public boolean allowsSending() {
        return stage != Stage.OVER;
    }
}
