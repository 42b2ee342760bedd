package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.web.Notice;

/** Where an administrator links accounts to identities in advance and takes links away; needs a second factor shown lately. */
@Controller
class ProviderAdministrationPages {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final IdentityProviders providers;
    private final SessionStepUp stepUp;

    ProviderAdministrationPages(IdentityProviders providers, SessionStepUp stepUp) {
        this.providers = providers;
        this.stepUp = stepUp;
    }

    @PostMapping("/accounts/link")
    String link(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String subject,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<LoginName> whose = LoginName.parse(login);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(whose));
        }
        boolean done = whose.isPresent() && providers.link(whose.get(), provider, subject.strip());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, done ? Notice.success("providers.linked") : Notice.warning("providers.not-linked"));
        return "redirect:" + page(whose);
    }

    @PostMapping("/accounts/unlink")
    String unlink(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String provider,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<LoginName> whose = LoginName.parse(login);
        if (!stepUp.fresh(request, FRESH)) {
            return "redirect:" + stepUp.page(page(whose));
        }
        boolean done = whose.isPresent() && providers.unlink(whose.get(), provider);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                done ? Notice.success("providers.unlinked") : Notice.warning("providers.not-unlinked"));
        return "redirect:" + page(whose);
    }

    private static String page(Optional<LoginName> whose) {
        return whose.map(name -> AccountListPages.ONE + name.value()).orElse(AccountListPages.LIST);
    }
}
