package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SecondFactors.CodeCheck;
import vn.lienthong.node.identity.SecondFactors.Enrolment;
import vn.lienthong.node.identity.SecondFactors.Throttled;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.web.FormFaults;

/** What the pages about codes show. */
@Component
class CodeForm {
    private static final int GROUP = 4;

    private final SecondFactors factors;
    private final InstantSource clock;

    CodeForm(SecondFactors factors, InstantSource clock) {
        this.factors = factors;
        this.clock = clock;
    }

    /** Says why a code was not accepted. */
    void refused(CodeCheck check, HttpServletResponse response, Model model) {
        FormFaults faults = new FormFaults();
        if (check instanceof Throttled throttled) {
            Duration left = Duration.between(clock.instant(), throttled.until());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", Long.toString(Math.max(1, left.toSeconds())));
            faults.add(
                    "code", "code.throttled", Math.max(1, left.plusSeconds(59).toMinutes()));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            faults.add("code", "code.wrong");
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
    }

    /** The picture and the text for the person's device. */
    void enrolment(Person person, String target, Model model) {
        Enrolment enrolment = factors.begin(person.login());
        model.addAttribute("qr", QrPicture.of(enrolment.link().reveal()));
        model.addAttribute("secret", grouped(enrolment.secret().reveal()));
        model.addAttribute("required", person.needsSecondFactor());
        model.addAttribute("target", target);
    }

    /** The only sight of the recovery codes. */
    void recoveryCodes(List<Secret> codes, String next, Model model) {
        model.addAttribute("codes", codes.stream().map(Secret::reveal).toList());
        model.addAttribute("next", next);
    }

    private static String grouped(String secret) {
        return secret.toLowerCase(Locale.ROOT)
                .replaceAll("(.{" + GROUP + "})", "$1 ")
                .strip();
    }
}
