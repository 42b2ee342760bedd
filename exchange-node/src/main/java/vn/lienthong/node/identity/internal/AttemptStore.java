package vn.lienthong.node.identity.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where failed sign-ins are counted, shared by all replicas. */
public interface AttemptStore {
    /**
     * What is known about a name or address.
     *
     * @param subject its digest
     * @return the tally; zero failures when nothing is known
     */
    Tally tally(AttemptSubject subject);

    /**
     * Writes a tally.
     *
     * @param subject the digest of the name or address
     * @param tally what to remember
     */
    void remember(AttemptSubject subject, Tally tally);

    /**
     * Forgets the failures of a name or address.
     *
     * @param subject its digest
     */
    void forget(AttemptSubject subject);

    /**
     * Forgets everything that happened before a time.
     *
     * @param before the oldest time worth keeping
     */
    void forgetOlder(Instant before);

    /**
     * Failures of one name or address.
     *
     * @param failures how many in a row
     * @param lastAt when the last one was
     * @param blockedUntil until when nothing is tried, or null
     */
    record Tally(int failures, Instant lastAt, @Nullable Instant blockedUntil) {}
}
