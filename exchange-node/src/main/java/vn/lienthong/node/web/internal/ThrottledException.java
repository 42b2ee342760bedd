package vn.lienthong.node.web.internal;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Carries the end of a block from the provider to the page. */
final class ThrottledException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    ThrottledException(Instant until) {
        super("throttled");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
