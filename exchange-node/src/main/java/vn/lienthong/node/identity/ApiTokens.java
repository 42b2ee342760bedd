package vn.lienthong.node.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens of a quarter of an hour that stand for an API key; {@link ApiKeys#check} judges them like keys. */
public interface ApiTokens {
    /**
     * Issues a token of 256 random bits. Only its SHA-256 is stored; it ends with its key at the latest.
     *
     * @param caller whose token, as the key was judged
     * @param scopes what the token may do, out of what the caller may
     * @param certificate the client certificate without which the token opens nothing, or null
     * @return the token with its clear text, which cannot be had a second time
     */
    IssuedToken issue(ApiCaller caller, Set<ApiScope> scopes, @Nullable CertificateDigest certificate);
}
