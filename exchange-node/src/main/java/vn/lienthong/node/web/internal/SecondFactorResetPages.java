package vn.lienthong.node.web.internal;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Where an administrator takes the second factor of somebody away who has lost the device: look up, confirm, done. */
@Controller
class SecondFactorResetPages {
    private static final String FIND = "/accounts";
    private static final String RESET = "/accounts/second-factor";

    private final Accounts accounts;
    private final SecondFactors factors;

    SecondFactorResetPages(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    @GetMapping(FIND)
    String find(@RequestParam(defaultValue = "") String login, Model model) {
        model.addAttribute("login", login.strip());
        if (!login.isBlank()) {
            Optional<Person> found = LoginName.parse(login).flatMap(accounts::find);
            found.ifPresent(account -> show(account, model));
            if (found.isEmpty()) {
                FormFaults faults = new FormFaults();
                faults.add("login", "accounts.unknown");
                model.addAttribute(FormFaults.ATTRIBUTE, faults);
            }
        }
        return "accounts";
    }

    private void show(Person account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("factor", factors.state(account.login()));
    }

    @GetMapping(RESET)
    String confirm(@RequestParam String login, Model model) {
        Optional<Person> account = LoginName.parse(login).flatMap(accounts::find);
        if (account.isEmpty() || !factors.state(account.get().login()).active()) {
            return "redirect:" + FIND;
        }
        model.addAttribute("account", account.get());
        return "accounts-reset";
    }

    @PostMapping(RESET)
    String reset(
            @AuthenticationPrincipal Person administrator, @RequestParam String login, RedirectAttributes redirect) {
        boolean done = LoginName.parse(login)
                .filter(name -> factors.reset(name, administrator))
                .isPresent();
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done ? Notice.success("accounts.reset.done", login) : Notice.warning("accounts.reset.nothing"));
        return "redirect:" + FIND;
    }
}
