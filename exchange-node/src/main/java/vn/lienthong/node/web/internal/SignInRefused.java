package vn.lienthong.node.web.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** Goes on to the second step, or shows the sign-in page again with what went wrong and reports the refusal. What was typed as a name is not reported. */
@Component
class SignInRefused implements AuthenticationFailureHandler {
    static final String PAGE = "/sign-in/refused";
    static final String PROBLEM = "vn.lienthong.signInProblem";
    static final String MINUTES = "vn.lienthong.signInMinutes";

    private final Refusals refusals;
    private final SignInSteps steps;
    private final InstantSource clock;

    SignInRefused(Refusals refusals, SignInSteps steps, InstantSource clock) {
        this.refusals = refusals;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof SecondFactorNeededException half) {
            response.sendRedirect(
                    steps.halfWay(request, half.person(), LocalPath.orHome(request.getParameter("next")), false));
            return;
        }
        if (failure instanceof ThrottledException throttled) {
            Duration left = Duration.between(clock.instant(), throttled.until());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", Long.toString(Math.max(1, left.toSeconds())));
            request.setAttribute(PROBLEM, "throttled");
            request.setAttribute(MINUTES, Math.max(1, left.plusSeconds(59).toMinutes()));
            refusals.report(request, Reason.THROTTLED, "anonymous");
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            request.setAttribute(PROBLEM, "wrong");
            refusals.report(request, Reason.WRONG_CREDENTIALS, "anonymous");
        }
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
