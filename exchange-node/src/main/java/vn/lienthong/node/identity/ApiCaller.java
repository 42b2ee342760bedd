package vn.lienthong.node.identity;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * The system behind a REST call: which key it showed, for which agency it speaks and what it may do.
 *
 * @param key the key it showed
 * @param agency the only agency it may speak for
 * @param scopes what it may do
 * @param kind how far what it sends may go
 */
public record ApiCaller(ApiKeyId key, AgencyCode agency, Set<ApiScope> scopes, ApiKeyKind kind) {
    /** Copies the scopes. */
    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Tells whether the key carries a scope.
     *
     * @param scope the scope asked for
     * @return true when it does
     */
    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    /**
     * Tells whether the key is for trying out only.
     *
     * @return true when nothing it sends leaves
     */
    public boolean test() {
        return kind == ApiKeyKind.TEST;
    }
}
