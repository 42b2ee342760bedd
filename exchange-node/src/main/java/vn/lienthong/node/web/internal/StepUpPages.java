package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SecondFactors.Accepted;
import vn.lienthong.node.web.Notice;

/** Asks for the second factor once more and leads back to the page that needs it. */
@Controller
class StepUpPages {
    static final String PATH = "/step-up";
    private static final int FEW = 3;

    private final SecondFactors factors;
    private final SessionStepUp stepUp;
    private final CodeForm form;
    private final PasskeyDesk desk;
    private final AccountEvents events;

    StepUpPages(SecondFactors factors, SessionStepUp stepUp, CodeForm form, PasskeyDesk desk, AccountEvents events) {
        this.factors = factors;
        this.stepUp = stepUp;
        this.form = form;
        this.desk = desk;
        this.events = events;
    }

    @GetMapping(PATH)
    String ask(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("next", LocalPath.orHome(next));
        model.addAttribute("passkey", desk.offered(request, person.login()));
        model.addAttribute("code", factors.state(person.login()).active());
        return "step-up";
    }

    @PostMapping(PATH)
    String check(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        SecondFactors.CodeCheck check = factors.check(person.login(), code, request.getRemoteAddr());
        if (check instanceof Accepted(var left)) {
            accepted(person, request, false);
            left.filter(few -> few <= FEW)
                    .ifPresent(few ->
                            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("account.recovery.few", few)));
            return "redirect:" + LocalPath.orHome(next);
        }
        form.refused(check, response, model);
        return ask(person, next, request, model);
    }

    /** Recorded before it opens anything; with a new cookie, as at every step up. */
    void accepted(Person person, HttpServletRequest request, boolean passkey) {
        events.tell(new AccountEvent.SecondFactorShown(person.login(), passkey));
        var _ = request.changeSessionId();
        stepUp.shown(request);
    }
}
