package vn.lienthong.node.web.internal;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SignIn;

/** Lets the security framework ask {@link SignIn}. */
@Component
class SignInProvider implements AuthenticationProvider {
    private final SignIn signIn;

    SignInProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = String.valueOf(attempt.getPrincipal());
        String password = Optional.ofNullable(attempt.getCredentials())
                .map(Object::toString)
                .orElse("");
        return switch (signIn.attempt(login, password, address(attempt))) {
            case SignIn.SignedIn signedIn -> session(signedIn.person(), attempt);
            case SignIn.Wrong _ -> throw new BadCredentialsException("wrong");
            case SignIn.Throttled throttled -> throw new ThrottledException(throttled.until());
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
    }

    private static Authentication session(Person person, Authentication attempt) {
        String[] authorities = person.roles().stream().map(Role::authority).toArray(String[]::new);
        UsernamePasswordAuthenticationToken session = UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList(authorities));
        session.setDetails(attempt.getDetails());
        return session;
    }
}
