package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Passkeys.Proven;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.internal.PasskeyDesk.Purpose;

/** Passkeys in the place of name and password, in the place of the code, and once more within a session. */
@Controller
class PasskeySignInPages {
    static final String SIGN_IN = "/sign-in/passkey";
    static final String SECOND = CodePages.CODE + "/passkey";
    static final String STEP_UP = StepUpPages.PATH + "/passkey";
    private static final String OPTIONS = "/options";
    private static final String FIELD = "passkey";

    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final SignInSteps steps;
    private final StepUpPages stepUps;
    private final CodePages codes;
    private final Refusals refusals;

    PasskeySignInPages(
            Passkeys passkeys,
            PasskeyDesk desk,
            SignInSteps steps,
            StepUpPages stepUps,
            CodePages codes,
            Refusals refusals) {
        this.passkeys = passkeys;
        this.desk = desk;
        this.steps = steps;
        this.stepUps = stepUps;
        this.codes = codes;
        this.refusals = refusals;
    }

    @PostMapping(SIGN_IN + OPTIONS)
    ResponseEntity<String> ask(HttpServletRequest request) {
        return desk.ask(request, Purpose.SIGN_IN, site -> passkeys.beginProof(null, site));
    }

    @PostMapping(SIGN_IN)
    String signIn(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (desk.prove(request, Purpose.SIGN_IN, answer) instanceof Proven(var person)) {
            steps.complete(request, response, person, SignInMeans.PASSKEY);
            return "redirect:" + LocalPath.orHome(next);
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        refusals.report(request, Reason.WRONG_CREDENTIALS, "anonymous");
        model.addAttribute("next", LocalPath.orHome(next));
        model.addAttribute("out", false);
        model.addAttribute("passkey", desk.site(request).isPresent());
        model.addAttribute("problem", FIELD);
        return "sign-in";
    }

    @PostMapping(SECOND + OPTIONS)
    ResponseEntity<String> askHalfWay(HttpServletRequest request) {
        Optional<Person> person = steps.pending(request).flatMap(steps::person);
        return person.isEmpty()
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
                : desk.ask(
                        request,
                        Purpose.SECOND_FACTOR,
                        site -> passkeys.beginProof(person.get().login(), site));
    }

    @PostMapping(SECOND)
    String second(
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<HalfWay> half = steps.pending(request);
        Optional<Person> person = half.flatMap(steps::person);
        if (person.isEmpty()) {
            return "redirect:/sign-in";
        }
        if (desk.prove(request, Purpose.SECOND_FACTOR, answer) instanceof Proven(var shown)
                && shown.login().equals(person.get().login())) {
            steps.complete(request, response, person.get(), half.get().means(true));
            return "redirect:" + half.get().next();
        }
        refused(response, model);
        return codes.ask(request, model);
    }

    private static void refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        FormFaults faults = new FormFaults();
        faults.add(FIELD, "passkeys.wrong");
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
    }

    @PostMapping(STEP_UP + OPTIONS)
    ResponseEntity<String> askAgain(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        return desk.ask(request, Purpose.STEP_UP, site -> passkeys.beginProof(person.login(), site));
    }

    @PostMapping(STEP_UP)
    String stepUp(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (desk.prove(request, Purpose.STEP_UP, answer) instanceof Proven(var shown)
                && shown.login().equals(person.login())) {
            stepUps.accepted(person, request, true);
            return "redirect:" + LocalPath.orHome(next);
        }
        refused(response, model);
        return stepUps.ask(person, next, request, model);
    }
}
