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
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.web.Notice;

/** Where an administrator takes the second factor of somebody away who has lost the device: confirm, done. */
@Controller
class SecondFactorResetPages {
    private static final String RESET = "/accounts/second-factor";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    SecondFactorResetPages(Accounts accounts, SecondFactors factors, Passkeys passkeys) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @GetMapping(RESET)
    String confirm(@RequestParam String login, Model model) {
        Optional<Person> account = LoginName.parse(login).flatMap(accounts::find);
        if (account.isEmpty()
                || !(factors.state(account.get().login()).active()
                        || passkeys.active(account.get().login()))) {
            return "redirect:" + AccountListPages.LIST;
        }
        model.addAttribute("account", account.get());
        return "accounts/reset";
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
        return "redirect:"
                + LoginName.parse(login)
                        .filter(_ -> done)
                        .map(name -> AccountListPages.ONE + name.value())
                        .orElse(AccountListPages.LIST);
    }
}
