package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update ApiKeyEntity k set k.lastUsedAt = :at where k.id = :id")
    int used(String id, Instant at);
}
