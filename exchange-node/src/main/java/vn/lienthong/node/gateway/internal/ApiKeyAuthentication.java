package vn.lienthong.node.gateway.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;

/** The security context of a call with a good key. Lives for one request; the secret is gone already. */
final class ApiKeyAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient ApiCaller caller;

    ApiKeyAuthentication(ApiCaller caller) {
        super(AuthorityUtils.createAuthorityList(
                caller.scopes().stream().map(ApiScope::authority).toArray(String[]::new)));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiCaller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKeyAuthentication that && that.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
