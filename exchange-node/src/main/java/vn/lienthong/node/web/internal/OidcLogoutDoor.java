package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.identity.ProviderSessions;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** Where identity providers say that somebody signed out there (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
@RestController
class OidcLogoutDoor {
    static final String END = "/logout";

    private final ProviderSessions sessions;
    private final Refusals refusals;

    OidcLogoutDoor(ProviderSessions sessions, Refusals refusals) {
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @PostMapping(OidcPages.PATH + "{provider}" + END)
    ResponseEntity<Void> end(
            @PathVariable String provider,
            @RequestParam(name = "logout_token", defaultValue = "") String token,
            HttpServletRequest request) {
        OptionalInt ended = sessions.end(provider, token);
        if (ended.isEmpty()) {
            refusals.report(request, Reason.WRONG_CREDENTIALS, "anonymous");
        }
        return (ended.isPresent() ? ResponseEntity.ok() : ResponseEntity.badRequest())
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
