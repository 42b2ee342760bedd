package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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
import vn.lienthong.node.identity.AccountLife;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Invitations;
import vn.lienthong.node.identity.LeftBehind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The life of one account: invited, suspended, leaving; and what its owner leaves behind. */
@Controller
@InNodeRole
class LifePages {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PAGE = "/people/life/";

    private final AccountAdministration accounts;
    private final AccountLife life;
    private final Invitations invitations;
    private final ObjectProvider<LeftBehind> leftBehind;
    private final Gate gate;
    private final InstantSource clock;

    LifePages(
            AccountAdministration accounts,
            AccountLife life,
            Invitations invitations,
            ObjectProvider<LeftBehind> leftBehind,
            Gate gate,
            InstantSource clock) {
        this.accounts = accounts;
        this.life = life;
        this.invitations = invitations;
        this.leftBehind = leftBehind;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Something that somebody else has to take over.
     *
     * @param key of the text
     * @param count how many
     */
    record Left(String key, long count) {}

    @GetMapping("/people/life/{login}")
    String show(
            @AuthenticationPrincipal Person person,
            @PathVariable String login,
            HttpServletRequest request,
            Model model) {
        AccountFacts account = found(login);
        model.addAttribute("account", account);
        model.addAttribute("own", person.login().equals(account.login()));
        model.addAttribute("life", life.of(account.login()).orElseThrow(NothingHereException::new));
        List<Left> left = leftBehind
                .orderedStream()
                .map(one -> new Left(one.key(), one.count(account.login())))
                .filter(one -> one.count() > 0)
                .toList();
        model.addAttribute("left", left);
        gate.show(request, PAGE + account.login().value(), model);
        return "people/life";
    }

    private AccountFacts found(String login) {
        return LoginName.parse(login).flatMap(accounts::find).orElseThrow(NothingHereException::new);
    }

    @PostMapping("/people/life/{login}")
    String act(
            @AuthenticationPrincipal Person person,
            @PathVariable String login,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        AccountFacts account = found(login);
        String page = PAGE + account.login().value();
        Optional<String> elsewhere = gate.instead(request, page);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        String then = sent.getOrDefault("then", "");
        if (then.equals("invite")) {
            return invite(person, account, model, redirect);
        }
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                switch (then) {
                    case "suspend" ->
                        suspend(person, account, sent.getOrDefault("reason", "").strip());
                    case "resume" -> notice(life.resume(account.login(), person), then, account);
                    case "leave" -> leave(person, account, sent.getOrDefault("day", ""));
                    case "stay" -> notice(life.leave(account.login(), null, person), then, account);
                    default -> throw new NothingHereException();
                });
        return "redirect:" + page;
    }

    /** Not after a redirect: nothing may keep the code meanwhile. */
    private String invite(Person person, AccountFacts account, Model model, RedirectAttributes redirect) {
        Optional<Invitations.Invitation> made = invitations.invite(account.login(), person);
        if (made.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("accounts.done.nothing"));
            return "redirect:" + PAGE + account.login().value();
        }
        model.addAttribute("account", account);
        model.addAttribute("code", made.get().code().reveal());
        model.addAttribute("until", made.get().until());
        return "people/invited";
    }

    private Notice suspend(Person person, AccountFacts account, String reason) {
        return reason.isEmpty() || reason.length() > AccountLife.LONGEST_REASON
                ? Notice.warning("people.reason.missing")
                : notice(life.suspend(account.login(), reason, person), "suspend", account);
    }

    private Notice leave(Person person, AccountFacts account, String day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        return DateText.date(day, today)
                .filter(last -> !last.isBefore(today))
                .map(last -> notice(life.leave(account.login(), last, person), "leave", account))
                .orElseGet(() -> Notice.warning("people.until.wrong"));
    }

    private static Notice notice(AccountStep step, String act, AccountFacts account) {
        return switch (step) {
            case AccountStep.Done _ -> Notice.success("people.life.did." + act, account.displayName());
            case AccountStep.Nothing _ -> Notice.warning("accounts.done.nothing");
            case AccountStep.OwnAccount _ -> Notice.warning("accounts.own");
            case AccountStep.LastAdministrator _ -> Notice.warning("accounts.last-one");
            case AccountStep.ChangedMeanwhile _ -> Notice.warning("accounts.meanwhile");
            case AccountStep.Uneven _ -> Notice.warning("accounts.uneven");
            case AccountStep.DutiesMeet _ -> Notice.warning("accounts.roles.apart");
        };
    }
}
