package vn.lienthong.node.audit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/**
 * Where security events are recorded.
 *
 * <p>Guarantees: what was recorded has an entry in the append-only log, committed with it. Does not guarantee that the entry has
 * its place in the log already: that follows within moments.
 */
public interface AuditTrail {

    /**
     * Records in the caller's transaction: with the state change, or not at all.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    @CanIgnoreReturnValue
    EventId record(SecurityEvent event);

    /**
     * Records in a transaction of its own, shared with whatever else is being recorded, and returns after the commit. For what
     * changes no state: refusals and reading. Call it before anything is shown.
     *
     * @throws RecordingFailedException when it could not be recorded; then what must be recorded must not happen
     */
    @CanIgnoreReturnValue
    EventId recordNow(SecurityEvent event);

    /**
     * Records what may come in floods, like refusals of strangers: the first ones of a minute each, the others as a sum when the
     * minute is over. Never fails for its caller: what cannot be recorded now is counted in the next sum.
     */
    void recordRefusal(SecurityEvent event);
}
