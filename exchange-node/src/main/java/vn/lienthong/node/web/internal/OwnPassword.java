package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.web.FormFaults;

/** Asks for the password once more: a session left open is not enough. Wrong ones count as at the sign-in. */
@Component
class OwnPassword {
    /** The field in which it is typed. */
    static final String FIELD = "current";

    private final SignIn signIn;
    private final Refusals refusals;
    private final InstantSource clock;

    OwnPassword(SignIn signIn, Refusals refusals, InstantSource clock) {
        this.signIn = signIn;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Adds a fault when what was typed is not the password. */
    void prove(
            Person person, String typed, HttpServletRequest request, HttpServletResponse response, FormFaults faults) {
        if (typed.isEmpty()) {
            faults.add(FIELD, "password.current.missing");
            return;
        }
        switch (signIn.attempt(person.login().value(), typed, request.getRemoteAddr())) {
            case SignIn.SignedIn _ -> {
                // It is the person.
            }
            case SignIn.Wrong _ -> {
                refusals.report(request, Refusal.Reason.WRONG_CREDENTIALS);
                faults.add(FIELD, "password.current.wrong");
            }
            case SignIn.Throttled throttled -> {
                refusals.report(request, Refusal.Reason.THROTTLED);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                Duration left = Duration.between(clock.instant(), throttled.until());
                faults.add(
                        FIELD,
                        "code.throttled",
                        Math.max(1, left.plusSeconds(59).toMinutes()));
            }
        }
    }
}
