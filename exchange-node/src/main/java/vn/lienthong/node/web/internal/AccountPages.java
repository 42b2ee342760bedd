package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SecondFactors.Accepted;
import vn.lienthong.node.identity.SecondFactors.Confirmed;
import vn.lienthong.node.identity.SecondFactors.NotConfirmed;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.web.FormFaults;

/** A person's own account. */
@Controller
class AccountPages {
    private static final String ENROL = "/account/second-factor";
    private static final String HOME = "/account";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SessionStepUp stepUp;
    private final CodeForm form;
    private final OwnPassword password;
    private final AccountEvents events;

    AccountPages(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            SessionStepUp stepUp,
            CodeForm form,
            OwnPassword password,
            AccountEvents events) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.stepUp = stepUp;
        this.form = form;
        this.password = password;
        this.events = events;
    }

    @GetMapping(HOME)
    String account(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("factor", factors.state(person.login()));
        model.addAttribute("passkeys", passkeys.of(person.login()).size());
        return "account";
    }

    /** Asked by the warning before a session ends: being asked is all that is needed. */
    @GetMapping("/account/still-here")
    ResponseEntity<Void> stillHere() {
        return ResponseEntity.noContent().build();
    }

    @GetMapping(ENROL)
    String enrol(@AuthenticationPrincipal Person person, HttpServletRequest request, Model model) {
        if (factors.state(person.login()).active()) {
            return "redirect:" + HOME;
        }
        if (needsStepUp(person, request)) {
            return "redirect:" + stepUp.page(ENROL);
        }
        return asked(person, model);
    }

    private String asked(Person person, Model model) {
        form.enrolment(person, ENROL, model);
        model.addAttribute("password", true);
        return "second-factor";
    }

    /** On a screen that was left open nobody else sets up a device of the own: the password is asked for. */
    @PostMapping(ENROL)
    String confirm(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (factors.state(person.login()).active() || needsStepUp(person, request)) {
            return "redirect:" + HOME;
        }
        FormFaults faults = new FormFaults();
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        password.prove(person, current, request, response, faults);
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return asked(person, model);
        }
        response.setStatus(HttpStatus.OK.value());
        return switch (factors.confirm(person.login(), code, request.getRemoteAddr())) {
            case Confirmed(List<Secret> codes) -> {
                form.recoveryCodes(codes, HOME, model);
                yield "recovery-codes";
            }
            case NotConfirmed(var why) -> {
                form.refused(why, response, model);
                yield asked(person, model);
            }
        };
    }

    /** Who has a passkey shows it before a second way in is set up. */
    private boolean needsStepUp(Person person, HttpServletRequest request) {
        return passkeys.active(person.login()) && !stepUp.fresh(request, FRESH);
    }

    @PostMapping("/account/recovery-codes")
    String replaceCodes(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SecondFactors.CodeCheck check = factors.check(person.login(), code, request.getRemoteAddr());
        if (check instanceof Accepted) {
            form.recoveryCodes(factors.replaceRecoveryCodes(person.login()), HOME, model);
            return "recovery-codes";
        }
        form.refused(check, response, model);
        return account(person, model);
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(@AuthenticationPrincipal Person person, HttpServletRequest request) {
        if (accounts.endSessions(person.login())) {
            events.tell(new AccountEvent.SessionsEnded(person.login()));
        }
        request.getSession().invalidate();
        return "redirect:/sign-in?out";
    }
}
