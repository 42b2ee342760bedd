package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.PasswordFault;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Where a person replaces the own password. All other sessions of the account end. */
@Controller
class PasswordPages {
    static final String PATH = "/account/password";
    private static final String FRESH = "fresh";

    private final Accounts accounts;
    private final OwnPassword password;
    private final SignInSteps steps;

    PasswordPages(Accounts accounts, OwnPassword password, SignInSteps steps) {
        this.accounts = accounts;
        this.password = password;
        this.steps = steps;
    }

    /**
     * What was typed; never shown again.
     *
     * @param current the password so far
     * @param fresh the new one
     * @param again the new one once more
     */
    private record Typed(String current, String fresh, String again) {
        static Typed of(Map<String, String> form) {
            return new Typed(
                    form.getOrDefault(OwnPassword.FIELD, ""),
                    form.getOrDefault(FRESH, ""),
                    form.getOrDefault("again", ""));
        }

        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    @GetMapping(PATH)
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("due", request.getSession().getAttribute(SessionBeginning.PASSWORD_DUE) != null);
        return "password";
    }

    @PostMapping(PATH)
    String replace(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormFaults faults = new FormFaults();
        Typed typed = Typed.of(form);
        check(typed, faults);
        if (!faults.any()) {
            password.prove(person, typed.current(), request, response, faults);
        }
        if (!faults.any()) {
            accounts.changePassword(person.login(), typed.fresh())
                    .ifPresent(fault -> faults.add(FRESH, "password.fault." + slug(fault)));
        }
        Optional<Person> now = accounts.find(person.login());
        if (faults.any() || now.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return ask(request, model);
        }
        steps.goOn(request, response, now.get());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("password.done"));
        return "redirect:/account";
    }

    private static void check(Typed typed, FormFaults faults) {
        if (typed.current().isEmpty()) {
            faults.add(OwnPassword.FIELD, "password.current.missing");
        }
        if (typed.fresh().isEmpty()) {
            faults.add(FRESH, "password.fresh.missing");
        } else if (typed.fresh().equals(typed.current())) {
            faults.add(FRESH, "password.fresh.same");
        } else if (!typed.fresh().equals(typed.again())) {
            faults.add("again", "password.again.other");
        }
    }

    private static String slug(PasswordFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
