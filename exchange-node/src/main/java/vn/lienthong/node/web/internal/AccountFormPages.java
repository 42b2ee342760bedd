package vn.lienthong.node.web.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountOpening;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Opening an account, and giving one other roles and agencies. */
@Controller
class AccountFormPages {
    private static final String NEW = "/accounts/new";
    private static final String ASSIGN = "/accounts/assign/{login}";

    private final AccountAdministration administration;
    private final AccountForm form;

    AccountFormPages(AccountAdministration administration, AccountForm form) {
        this.administration = administration;
        this.form = form;
    }

    @GetMapping(NEW)
    String blank(Model model) {
        return show(AccountForm.Typed.empty(), model);
    }

    private static String show(AccountForm.Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("allRoles", List.of(Role.values()));
        return "accounts/new";
    }

    @PostMapping(NEW)
    String open(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String agencies,
            Model model) {
        AccountForm.Typed typed = new AccountForm.Typed(login, name, AccountForm.roles(roles), agencies);
        FormFaults faults = new FormFaults();
        Optional<NewAccount> wished = form.read(typed, faults);
        if (wished.isPresent()) {
            switch (administration.open(wished.get())) {
                case AccountOpening.Opened opened -> {
                    model.addAttribute(
                            "account", administration.find(opened.login()).orElseThrow(NothingHereException::new));
                    model.addAttribute("password", opened.password().reveal());
                    return "accounts/password";
                }
                case AccountOpening.NameTaken _ -> faults.add("login", "accounts.login.taken");
            }
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        return show(typed, model);
    }

    @GetMapping(ASSIGN)
    String assigned(@PathVariable String login, Model model, RedirectAttributes redirect) {
        AccountFacts account = found(login);
        if (!account.isUniform()) {
            return oneByOne(account, redirect);
        }
        model.addAttribute("account", account);
        model.addAttribute("version", account.version());
        var _ = show(AccountForm.Typed.of(account), model);
        return "accounts/assign";
    }

    /** One set of roles and one of agencies cannot say what differs from agency to agency. */
    private static String oneByOne(AccountFacts account, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("accounts.uneven"));
        return "redirect:/people/roles/" + account.login().value();
    }

    private AccountFacts found(String login) {
        return LoginName.parse(login).flatMap(administration::find).orElseThrow(NothingHereException::new);
    }

    @PostMapping(ASSIGN)
    String assign(
            @AuthenticationPrincipal Person administrator,
            @PathVariable String login,
            @RequestParam long version,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String agencies,
            Model model,
            RedirectAttributes redirect) {
        AccountFacts account = found(login);
        if (!account.isUniform()) {
            return oneByOne(account, redirect);
        }
        AccountForm.Typed typed = new AccountForm.Typed(
                account.login().value(), account.displayName(), AccountForm.roles(roles), agencies);
        FormFaults faults = new FormFaults();
        Optional<NewAccount> wished = form.read(typed, faults);
        if (account.version() != version) {
            faults.add("roles", "accounts.meanwhile");
        }
        if (faults.any() || wished.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            model.addAttribute("account", account);
            model.addAttribute("version", account.version());
            var _ = show(typed, model);
            return "accounts/assign";
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                AccountListPages.notice(
                        administration.assign(
                                account, wished.get().roles(), wished.get().agencies(), administrator),
                        "assign",
                        account));
        return "redirect:" + AccountListPages.ONE + account.login().value();
    }
}
