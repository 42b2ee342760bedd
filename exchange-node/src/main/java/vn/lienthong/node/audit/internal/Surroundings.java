package vn.lienthong.node.audit.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.Person;

/** Who and where, as the thread that records knows it: the request and its caller, or this program. */
@Component
class Surroundings {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final AccountNumbers accounts;

    Surroundings(AccountNumbers accounts) {
        this.accounts = accounts;
    }

    Origin origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? origin(attributes.getRequest())
                : new Origin(Channel.SYSTEM, null, null, null, MDC.get("traceId"));
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(
                channel(request.getRequestURI()),
                request.getRemoteAddr(),
                request.getHeader("User-Agent"),
                certificate(request),
                MDC.get("traceId"));
    }

    private static Channel channel(String path) {
        if (path.startsWith("/api/") || path.startsWith("/soap/")) {
            return Channel.API;
        }
        return path.startsWith("/exchange/") || path.startsWith("/witness/") ? Channel.EXCHANGE : Channel.WEB;
    }

    private static @Nullable String certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Sha256.of(Certificates.encode(chain[0])).hex()
                : null;
    }

    Actor actor(Origin origin) {
        return caller().orElseGet(() -> origin.channel() == Channel.SYSTEM ? Actor.system() : Actor.anonymous());
    }

    private Optional<Actor> caller() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session == null ? Optional.empty() : of(session.getPrincipal());
    }

    Optional<Actor> of(@Nullable Object principal) {
        return switch (principal) {
            case Person person -> Optional.of(accounts.actor(person));
            case ApiCaller system ->
                Optional.of(Actor.apiKey(system.key().value(), system.agency().value()));
            case null, default -> Optional.empty();
        };
    }
}
