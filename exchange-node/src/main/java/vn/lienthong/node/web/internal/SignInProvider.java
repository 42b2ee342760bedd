package vn.lienthong.node.web.internal;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SignIn;

/** Lets the security framework ask {@link SignIn}. */
@Component
class SignInProvider implements AuthenticationProvider {
    private final SignIn signIn;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    SignInProvider(SignIn signIn, SecondFactors factors, Passkeys passkeys) {
        this.signIn = signIn;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = String.valueOf(attempt.getPrincipal());
        String password = Optional.ofNullable(attempt.getCredentials())
                .map(Object::toString)
                .orElse("");
        return switch (signIn.attempt(login, password, address(attempt))) {
            case SignIn.SignedIn signedIn -> afterPassword(signedIn.person(), attempt);
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

    private Authentication afterPassword(Person person, Authentication attempt) {
        if (person.needsSecondFactor() || factors.state(person.login()).active() || passkeys.active(person.login())) {
            throw new SecondFactorNeededException(person);
        }
        Authentication session = SignInSteps.session(person);
        if (session instanceof UsernamePasswordAuthenticationToken token) {
            token.setDetails(attempt.getDetails());
        }
        return session;
    }
}
