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
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyCheck;
import vn.lienthong.node.identity.ApiKeyId;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.CallOrigin;
import vn.lienthong.node.identity.CertificateDigest;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** Turns {@code Authorization: Bearer ltk_…} into an {@link ApiCaller}; a key that opens nothing ends the request here. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final Refusals refusals;
    private final ProblemWriter problems;
    private final KeyAddresses addresses;
    private final RateLimits limits;

    ApiKeyFilter(ApiKeys keys, Refusals refusals, ProblemWriter problems, KeyAddresses addresses, RateLimits limits) {
        this.keys = keys;
        this.refusals = refusals;
        this.problems = problems;
        this.addresses = addresses;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        CallOrigin origin = CallOrigin.of(request);
        if (token.isEmpty() && origin.certificate() == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (check(token, origin)) {
            case ApiKeyCheck.Accepted accepted -> proceed(accepted.caller(), request, response, chain);
            case ApiKeyCheck.Unknown _ -> refuse(Reason.KEY_UNKNOWN, "anonymous", request, response);
            case ApiKeyCheck.Revoked(ApiKeyId key) -> refuse(Reason.KEY_REVOKED, actor(key), request, response);
            case ApiKeyCheck.Expired(ApiKeyId key) -> refuse(Reason.KEY_EXPIRED, actor(key), request, response);
            case ApiKeyCheck.Elsewhere(ApiKeyId key) -> refuse(Reason.KEY_ELSEWHERE, actor(key), request, response);
            case ApiKeyCheck.OtherCertificate(ApiKeyId key) ->
                refuse(Reason.KEY_CERTIFICATE, actor(key), request, response);
        }
    }

    /** A certificate alone counts as well, where it is registered; where a key is shown too, the key decides. */
    private ApiKeyCheck check(Optional<String> token, CallOrigin origin) {
        if (token.isPresent()) {
            return keys.check(token.get(), origin);
        }
        CertificateDigest certificate = origin.certificate();
        return certificate == null ? new ApiKeyCheck.Unknown() : keys.byCertificate(certificate, origin.address());
    }

    private static String actor(ApiKeyId key) {
        return "key:" + key.value();
    }

    private void proceed(ApiCaller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ApiKeyAuthentication(caller));
        SecurityContextHolder.setContext(context);
        addresses.used(caller.key().value(), request.getRemoteAddr());
        try {
            limits.pass(caller, response);
        } catch (ProblemException over) {
            problems.write(over, request, response);
            return;
        }
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
