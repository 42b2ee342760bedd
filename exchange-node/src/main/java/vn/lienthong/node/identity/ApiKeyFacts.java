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
 * @param bounds how far it reaches and from where it may be used
 * @param use when it was revoked and last used, and what took its place
 */
public record ApiKeyFacts(
        ApiKeyId id,
        AgencyCode agency,
        String label,
        Set<ApiScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        ApiKeyBounds bounds,
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
     * @param lastUsedFrom the network address of that request, or null
     * @param replacedBy the key that takes its place when it ends, or null
     */
    public record Use(
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            @Nullable String lastUsedFrom,
            @Nullable ApiKeyId replacedBy) {
        /** Of a key that was just issued. */
        public static final Use NONE = new Use(null, null, null, null);
    }
}
