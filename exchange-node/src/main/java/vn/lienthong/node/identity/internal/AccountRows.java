package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Statements on {@code account} and {@code identity_milestone}. */
@Transactional
interface AccountRows extends Repository<AccountEntity, Long> {
    /**
     * Writes at once, so that a taken name shows here and not at commit.
     *
     * @param account the new row
     * @return the row with its key
     */
    AccountEntity saveAndFlush(AccountEntity account);

    /**
     * Looks up by name.
     *
     * @param login the name
     * @return the row, or empty
     */
    Optional<AccountEntity> findByLogin(String login);

    /**
     * Replaces a hash.
     *
     * @param login whose
     * @param hash the new one
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update AccountEntity a set a.passwordHash = :hash, a.passwordDue = false, a.version = a.version + 1"
            + " where a.login = :login")
    int replacePassword(String login, String hash);

    /**
     * Disables an account.
     *
     * @param login whose
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update AccountEntity a set a.enabled = false, a.version = a.version + 1"
            + " where a.login = :login and a.enabled = true")
    int disable(String login);

    /**
     * Raises the version of an enabled account.
     *
     * @param login whose
     * @return rows changed
     */
    @Modifying(clearAutomatically = true)
    @Query("update AccountEntity a set a.version = a.version + 1 where a.login = :login and a.enabled = true")
    int touch(String login);

    /**
     * Claims a milestone.
     *
     * @param name which one
     * @param at when
     * @return 1 for the first caller, else 0
     */
    @Modifying
    @Query(value = "insert ignore into identity_milestone (name, reached_at) values (:name, :at)", nativeQuery = true)
    int claim(String name, Instant at);
}
