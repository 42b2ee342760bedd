package vn.lienthong.node.gateway.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.audit.KeyAddresses;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** Turns {@code Authorization: Bearer ltk_…} into an {@link ApiCaller}; a key that opens nothing ends the request here. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final Refusals refusals;
    private final ProblemWriter problems;
    private final KeyAddresses addresses;

    ApiKeyFilter(ApiKeys keys, Refusals refusals, ProblemWriter problems, KeyAddresses addresses) {
        this.keys = keys;
        this.refusals = refusals;
        this.problems = problems;
        this.addresses = addresses;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        switch (keys.check(token.get())) {
            case ApiKeyCheck.Accepted accepted -> proceed(accepted.caller(), request, response, chain);
            case ApiKeyCheck.Unknown _ -> refuse(Reason.KEY_UNKNOWN, "anonymous", request, response);
            case ApiKeyCheck.Revoked revoked ->
                refuse(Reason.KEY_REVOKED, "key:" + revoked.key().value(), request, response);
            case ApiKeyCheck.Expired expired ->
                refuse(Reason.KEY_EXPIRED, "key:" + expired.key().value(), request, response);
        }
    }

    private void proceed(ApiCaller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ApiKeyAuthentication(caller));
        SecurityContextHolder.setContext(context);
        addresses.used(caller.key().value(), request.getRemoteAddr());
        chain.doFilter(request, response);
    }

    private void refuse(Reason reason, String actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refusals.report(request, reason, actor);
        ErrorCode code = reason == Reason.KEY_EXPIRED ? ErrorCode.CREDENTIALS_EXPIRED : ErrorCode.NOT_AUTHENTICATED;
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        problems.write(code, request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.length() > BEARER.length())
                .filter(header -> header.substring(0, BEARER.length())
                        .toLowerCase(Locale.ROOT)
                        .equals(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
