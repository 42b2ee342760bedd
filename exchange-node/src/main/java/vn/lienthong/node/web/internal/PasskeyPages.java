package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.PasskeyChallenge;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Passkeys.Adding;
import vn.lienthong.node.identity.Passkeys.Site;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.internal.PasskeyDesk.Purpose;

/**
 * Where a person adds passkeys and takes them away. Whoever has a second factor shows it first, whoever has none types the password: a
 * screen left open is not enough.
 */
@Controller
class PasskeyPages {
    static final String PATH = "/account/passkeys";
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String CURRENT = "current";

    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final SecondFactors factors;
    private final SessionStepUp stepUp;
    private final SignIn signIn;
    private final Refusals refusals;

    PasskeyPages(
            Passkeys passkeys,
            PasskeyDesk desk,
            SecondFactors factors,
            SessionStepUp stepUp,
            SignIn signIn,
            Refusals refusals) {
        this.passkeys = passkeys;
        this.desk = desk;
        this.factors = factors;
        this.stepUp = stepUp;
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal Person person, HttpServletRequest request, Model model) {
        boolean factor = hasFactor(person);
        if (factor && !stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(PATH);
        }
        model.addAttribute("passkeys", passkeys.of(person.login()));
        model.addAttribute("possible", desk.site(request).isPresent());
        model.addAttribute("askPassword", !factor);
        model.addAttribute("most", Passkeys.MOST);
        return "account/passkeys";
    }

    private boolean hasFactor(Person person) {
        return factors.state(person.login()).active() || passkeys.active(person.login());
    }

    @PostMapping(PATH + "/options")
    ResponseEntity<String> options(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        return mayChange(person, request)
                ? desk.ask(request, Purpose.ADD, site -> passkeys.beginAdding(person, site))
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    private boolean mayChange(Person person, HttpServletRequest request) {
        return !hasFactor(person) || stepUp.fresh(request, FRESH);
    }

    @PostMapping(PATH)
    String add(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        if (!mayChange(person, request)) {
            return "redirect:" + stepUp.page(PATH);
        }
        FormFaults faults = new FormFaults();
        if (!hasFactor(person)) {
            prove(person, request, response, faults);
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return list(person, request, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, added(person, name, answer, request));
        return "redirect:" + PATH;
    }

    private Notice added(Person person, String name, String answer, HttpServletRequest request) {
        Optional<Site> site = desk.site(request);
        Optional<PasskeyChallenge> challenge = desk.challenge(request, Purpose.ADD)
                .filter(asked -> person.login().value().equals(asked.login()));
        Adding outcome = site.isPresent() && challenge.isPresent()
                ? passkeys.add(challenge.get(), answer, name, site.get())
                : Adding.REFUSED;
        if (outcome == Adding.ADDED) {
            // The new key itself has just been shown.
            stepUp.shown(request);
        }
        return switch (outcome) {
            case ADDED -> Notice.success("passkeys.added");
            case REFUSED -> Notice.warning("passkeys.refused");
            case TOO_MANY -> Notice.warning("passkeys.many", Passkeys.MOST);
        };
    }

    private void prove(Person person, HttpServletRequest request, HttpServletResponse response, FormFaults faults) {
        String password = Optional.ofNullable(request.getParameter(CURRENT)).orElse("");
        if (password.isEmpty()) {
            faults.add(CURRENT, "password.current.missing");
            return;
        }
        switch (signIn.attempt(person.login().value(), password, String.valueOf(request.getRemoteAddr()))) {
            case SignIn.SignedIn _ -> {
                // It is the person.
            }
            case SignIn.Wrong _ -> {
                refusals.report(request, Refusal.Reason.WRONG_CREDENTIALS);
                faults.add(CURRENT, "password.current.wrong");
            }
            case SignIn.Throttled _ -> {
                refusals.report(request, Refusal.Reason.THROTTLED);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                faults.add(CURRENT, "passkeys.throttled");
            }
        }
    }

    @PostMapping(PATH + "/remove")
    String remove(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "0") long passkey,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(PATH);
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                switch (passkeys.remove(person, passkey)) {
                    case REMOVED -> Notice.success("passkeys.removed");
                    case NOTHING -> Notice.warning("passkeys.nothing");
                    case LAST_FACTOR -> Notice.warning("passkeys.last");
                });
        return "redirect:" + PATH;
    }
}
