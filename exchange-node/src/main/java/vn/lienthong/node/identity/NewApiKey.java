package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * What is needed to issue an API key.
 *
 * @param agency the agency the key speaks for
 * @param label what the key is for, 1 to 100 characters, shown in lists
 * @param scopes at least one
 * @param expiresAt when it stops working; every key has an end
 * @param bounds how far it reaches and from where it may be used
 */
public record NewApiKey(AgencyCode agency, String label, Set<ApiScope> scopes, Instant expiresAt, ApiKeyBounds bounds) {
    private static final int LONGEST_LABEL = 100;

    /** Refuses keys without a label or without a scope. */
    public NewApiKey {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("label must have 1 to 100 characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key needs a scope");
        }
        scopes = Set.copyOf(scopes);
    }

    /**
     * A live key that may be used from everywhere.
     *
     * @param agency the agency the key speaks for
     * @param label what the key is for
     * @param scopes at least one
     * @param expiresAt when it stops working
     */
    public NewApiKey(AgencyCode agency, String label, Set<ApiScope> scopes, Instant expiresAt) {
        this(agency, label, scopes, expiresAt, ApiKeyBounds.live());
    }
}
