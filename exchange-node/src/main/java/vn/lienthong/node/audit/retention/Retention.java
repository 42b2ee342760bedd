package vn.lienthong.node.audit.retention;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.UUID;
import vn.lienthong.node.audit.RetentionClass;
import vn.lienthong.node.audit.search.FoundEvent;

/**
 * How long private parts are kept. Every change is an event.
 *
 * <p>Guarantees: the private part of an event is erased with its salt once its period is over, unless a hold stands; each erasure is
 * an event that says how many and which. A hold that is set is respected by every erasure that commits after it.
 */
public interface Retention {

    /** The period of each class. */
    List<RetentionPolicy> policies();

    /**
     * Sets a period; shorter ones take effect with the next round.
     *
     * @throws IllegalArgumentException when it is not 1 to 240 months
     */
    @CanIgnoreReturnValue
    RetentionPolicy setPolicy(RetentionClass about, int months);

    /**
     * Holds, newest first; at most 500.
     *
     * @param alsoReleased whether to list those that no longer stand
     */
    List<LegalHold> holds(boolean alsoReleased);

    /**
     * Sets a hold.
     *
     * @param reason why, 10 to 500 characters
     * @param officer login of who sets it
     * @throws IllegalArgumentException when the reason is too short or too long
     */
    @CanIgnoreReturnValue
    LegalHold hold(HoldTerms terms, String reason, String officer);

    /** Releases a hold; false when there is none of that name or it was released before. */
    boolean release(UUID id, String officer);

    /** The last erasures, as the events that certify them; newest first. */
    List<FoundEvent> erasures(int limit);
}
