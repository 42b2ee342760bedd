package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Statements on {@code api_key}. */
@Transactional
interface ApiKeyRows extends Repository<ApiKeyEntity, String> {
    /**
     * Writes a key.
     *
     * @param key the new row
     * @return the row as managed
     */
    ApiKeyEntity save(ApiKeyEntity key);

    /**
     * Looks up by the public part.
     *
     * @param id the public part
     * @return the row, or empty
     */
    Optional<ApiKeyEntity> findById(String id);

    /**
     * The keys of an agency.
     *
     * @param agency whose
     * @return newest first
     */
    List<ApiKeyEntity> findByAgencyOrderByCreatedAtDescIdDesc(String agency);

    /**
     * Withdraws a key.
     *
     * @param id which one
     * @param at when
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update ApiKeyEntity k set k.revokedAt = :at where k.id = :id and k.revokedAt is null")
    int revoke(String id, Instant at);

    /**
     * Notes a use.
     *
     * @param id which one
     * @param at when
     * @param from network address
     * @param unless a use noted after this is enough
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update ApiKeyEntity k set k.lastUsedAt = :at, k.lastUsedFrom = :from where k.id = :id"
            + " and (k.lastUsedAt is null or k.lastUsedAt < :unless)")
    int used(String id, Instant at, String from, Instant unless);

    /**
     * Lets a key end earlier because another one takes its place.
     *
     * @param id which one
     * @param successor the other one
     * @param until when it ends
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update ApiKeyEntity k set k.replacedBy = :successor, k.expiresAt = :until where k.id = :id"
            + " and k.replacedBy is null and k.revokedAt is null")
    int replace(String id, String successor, Instant until);

    /**
     * The keys bound to a certificate.
     *
     * @param certificateSha256 its digest
     * @param most how many
     * @return newest first
     */
    List<ApiKeyEntity> findByCertificateSha256OrderByCreatedAtDescIdDesc(byte[] certificateSha256, Limit most);

    /**
     * The keys that will soon end.
     *
     * @param now the time
     * @param before the end of "soon"
     * @param most how many
     * @return those that end first first
     */
    @Query("select k from ApiKeyEntity k where k.revokedAt is null and k.replacedBy is null"
            + " and k.expiresAt > :now and k.expiresAt < :before order by k.expiresAt, k.id")
    List<ApiKeyEntity> expiring(Instant now, Instant before, Limit most);
}
