package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Statements on {@code login_attempt}. */
@Transactional
interface AttemptRows extends Repository<AttemptEntity, byte[]> {
    /**
     * Looks up by digest.
     *
     * @param subject the digest
     * @return the row, or empty
     */
    Optional<AttemptEntity> findBySubject(byte[] subject);

    /**
     * Writes or overwrites a tally.
     *
     * @param subject the digest
     * @param failures how many
     * @param lastAt the last one
     * @param blockedUntil the end of the block, or null
     * @return rows changed
     */
    @Modifying
    @Query(
            value = "insert into login_attempt (subject, failures, last_at, blocked_until)"
                    + " values (:subject, :failures, :lastAt, :blockedUntil)"
                    + " on duplicate key update failures = :failures, last_at = :lastAt, blocked_until = :blockedUntil",
            nativeQuery = true)
    int remember(byte[] subject, int failures, Instant lastAt, @Nullable Instant blockedUntil);

    /**
     * Forgets one.
     *
     * @param subject the digest
     * @return rows changed
     */
    @Modifying
    @Query("delete from AttemptEntity a where a.subject = :subject")
    int forget(byte[] subject);

    /**
     * Forgets old ones that block nobody.
     *
     * @param before the oldest time worth keeping
     * @return rows changed
     */
    @Modifying
    @Query("delete from AttemptEntity a where a.lastAt < :before")
    int forgetOlder(Instant before);
}
