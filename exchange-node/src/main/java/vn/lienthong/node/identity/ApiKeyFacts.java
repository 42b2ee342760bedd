package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;

/**
 * What a list of keys shows; nothing in it opens anything.
 *
 * @param id its public part
 * @param agency the agency it speaks for
 * @param label what it is for
 * @param scopes what it may do
 * @param createdAt when it was issued
 * @param expiresAt when it stops working
 * @param use when it was revoked and last used
 */
public record ApiKeyFacts(
        ApiKeyId id,
        AgencyCode agency,
        String label,
        Set<ApiScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Use use) {
    /** Copies the scopes. */
    public ApiKeyFacts {
        scopes = Set.copyOf(scopes);
    }

    /**
     * The part of a key that changes.
     *
     * @param revokedAt when somebody withdrew it, or null
     * @param lastUsedAt when it last opened a request, exact to a minute, or null
     */
    public record Use(@Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {}
}
