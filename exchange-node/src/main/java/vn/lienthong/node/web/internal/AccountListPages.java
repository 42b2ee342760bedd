package vn.lienthong.node.web.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** All accounts, and what an administrator does with one of them. */
@Controller
class AccountListPages {
    static final String LIST = "/accounts";
    static final String ONE = "/accounts/person/";
    private static final int ROWS = 50;
    private static final int LONGEST_QUERY = 100;

    private final AccountAdministration administration;
    private final PersonSessions sessions;

    AccountListPages(AccountAdministration administration, PersonSessions sessions) {
        this.administration = administration;
        this.sessions = sessions;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        LoginName last = after == null ? null : LoginName.parse(after).orElse(null);
        List<AccountFacts> found = administration.list(query, last, ROWS + 1);
        List<AccountFacts> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("query", query);
        model.addAttribute("accounts", shown);
        model.addAttribute("older", found.size() > ROWS ? next(query, shown.getLast()) : null);
        return "accounts/list";
    }

    private static String next(String query, AccountFacts last) {
        return UriComponentsBuilder.fromPath(LIST)
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(Map.of("q", query, "after", last.login().value()))
                .toUriString();
    }

    @GetMapping("/accounts/person/{login}")
    String one(@PathVariable String login, Model model) {
        AccountFacts account = found(login);
        model.addAttribute("account", account);
        model.addAttribute("sessions", sessions.of(account.login()));
        return "accounts/one";
    }

    private AccountFacts found(String login) {
        return LoginName.parse(login).flatMap(administration::find).orElseThrow(NothingHereException::new);
    }

    /** What an administrator does with one button and a question before it. */
    enum Act {
        DISABLE,
        ENABLE,
        SESSIONS,
        PASSWORD;

        static Optional<Act> of(String slug) {
            return Arrays.stream(values())
                    .filter(act -> act.slug().equals(slug))
                    .findFirst();
        }

        /** As paths and keys of texts write it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/accounts/person/{login}/{act}")
    String ask(@PathVariable String login, @PathVariable String act, Model model) {
        model.addAttribute("account", found(login));
        model.addAttribute(
                "act", Act.of(act).orElseThrow(NothingHereException::new).slug());
        return "accounts/act";
    }

    @PostMapping("/accounts/person/{login}/{act}")
    String act(
            @AuthenticationPrincipal Person administrator,
            @PathVariable String login,
            @PathVariable String act,
            Model model,
            RedirectAttributes redirect) {
        AccountFacts account = found(login);
        AccountStep step = switch (Act.of(act).orElseThrow(NothingHereException::new)) {
            case DISABLE -> administration.disable(account.login(), administrator);
            case ENABLE -> administration.enable(account.login());
            case SESSIONS -> administration.endSessions(account.login());
            case PASSWORD -> {
                Optional<Secret> password = administration.resetPassword(account.login(), administrator);
                password.ifPresent(fresh -> model.addAttribute("password", fresh.reveal()));
                yield password.isPresent() ? new AccountStep.Done() : new AccountStep.OwnAccount();
            }
        };
        if (model.containsAttribute("password")) {
            model.addAttribute("account", account);
            return "accounts/password";
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice(step, act, account));
        return "redirect:" + ONE + account.login().value();
    }

    static Notice notice(AccountStep step, String act, AccountFacts account) {
        return switch (step) {
            case AccountStep.Done _ -> Notice.success("accounts.done." + act, account.displayName());
            case AccountStep.Nothing _ -> Notice.warning("accounts.done.nothing");
            case AccountStep.OwnAccount _ -> Notice.warning("accounts.own");
            case AccountStep.LastAdministrator _ -> Notice.warning("accounts.last-one");
            case AccountStep.ChangedMeanwhile _ -> Notice.warning("accounts.meanwhile");
            case AccountStep.Uneven _ -> Notice.warning("accounts.uneven");
            case AccountStep.DutiesMeet _ -> Notice.warning("accounts.roles.apart");
        };
    }
}
