package vn.lienthong.node.web.internal;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The tokens that tell our forms from forged ones. */
@Component
class FormTokens {
    private final CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();

    /** A cookie instead of the session, so that looking at the sign-in page costs the server no memory. */
    FormTokens() {
        repository.setCookieName("__Host-lienthong-form");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                builder -> builder.secure(true).httpOnly(true).sameSite("Lax"));
    }

    CookieCsrfTokenRepository repository() {
        return repository;
    }
}
