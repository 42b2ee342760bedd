package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SecondFactors.Accepted;
import vn.lienthong.node.identity.SecondFactors.Confirmed;
import vn.lienthong.node.identity.SecondFactors.NotConfirmed;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.web.Notice;

/** The second step of signing in: the code, or setting up what makes the codes. */
@Controller
class CodePages {
    static final String CODE = "/sign-in/code";
    static final String ENROL = "/sign-in/enrol";
    private static final String TO_SIGN_IN = "redirect:/sign-in";
    private static final int FEW = 3;

    private final SignInSteps steps;
    private final SecondFactors factors;
    private final CodeForm form;
    private final PasskeyDesk desk;

    CodePages(SignInSteps steps, SecondFactors factors, CodeForm form, PasskeyDesk desk) {
        this.steps = steps;
        this.factors = factors;
        this.form = form;
        this.desk = desk;
    }

    @GetMapping(CODE)
    String ask(HttpServletRequest request, Model model) {
        Optional<Person> person = steps.pending(request).flatMap(steps::person);
        if (person.isEmpty()) {
            return TO_SIGN_IN;
        }
        LoginName login = person.get().login();
        model.addAttribute("code", factors.state(login).active());
        model.addAttribute("passkey", desk.offered(request, login));
        return "sign-in-code";
    }

    @PostMapping(CODE)
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Optional<HalfWay> half = steps.pending(request);
        Optional<Person> person = half.flatMap(steps::person);
        if (person.isEmpty()) {
            return TO_SIGN_IN;
        }
        SecondFactors.CodeCheck check = factors.check(person.get().login(), code, request.getRemoteAddr());
        if (check instanceof Accepted(var left)) {
            steps.complete(request, response, person.get(), half.get().means(false));
            left.filter(few -> few <= FEW)
                    .ifPresent(few ->
                            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("account.recovery.few", few)));
            return "redirect:" + half.get().next();
        }
        form.refused(check, response, model);
        return ask(request, model);
    }

    @GetMapping(ENROL)
    String enrol(HttpServletRequest request, Model model) {
        Optional<Person> person = strangerWithoutFactor(request);
        if (person.isEmpty()) {
            return TO_SIGN_IN;
        }
        form.enrolment(person.get(), ENROL, model);
        return "second-factor";
    }

    @PostMapping(ENROL)
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<HalfWay> half = steps.pending(request);
        Optional<Person> person = strangerWithoutFactor(request);
        if (half.isEmpty() || person.isEmpty()) {
            return TO_SIGN_IN;
        }
        return switch (factors.confirm(person.get().login(), code, request.getRemoteAddr())) {
            case Confirmed(List<Secret> codes) -> {
                steps.complete(request, response, person.get(), half.get().means(false));
                model.addAttribute("person", person.get());
                form.recoveryCodes(codes, half.get().next(), model);
                yield "recovery-codes";
            }
            case NotConfirmed(var why) -> {
                form.refused(why, response, model);
                form.enrolment(person.get(), ENROL, model);
                yield "second-factor";
            }
        };
    }

    private Optional<Person> strangerWithoutFactor(HttpServletRequest request) {
        return steps.pending(request).flatMap(steps::person).filter(person -> !steps.hasFactor(person));
    }
}
