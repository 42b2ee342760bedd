package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The roles of one account, one by one: for which agency, since when, until when, given by whom. */
@Controller
@InNodeRole
class GrantPages {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PAGE = "/people/roles/";

    private final AccountAdministration accounts;
    private final DirectoryView directory;
    private final Gate gate;
    private final InstantSource clock;

    GrantPages(AccountAdministration accounts, DirectoryView directory, Gate gate, InstantSource clock) {
        this.accounts = accounts;
        this.directory = directory;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * What was typed to give a role.
     *
     * @param role name of the role
     * @param agency code, or empty for the node
     * @param until last day, or empty for no end
     */
    record Typed(String role, String agency, String until) {
        Typed {
            role = role.strip();
            agency = agency.strip();
            until = until.strip();
        }
    }

    @GetMapping("/people/roles/{login}")
    String grants(
            @AuthenticationPrincipal Person person,
            @PathVariable String login,
            HttpServletRequest request,
            Model model) {
        return show(person, found(login), new Typed("", "", ""), request, model);
    }

    private AccountFacts found(String login) {
        return LoginName.parse(login).flatMap(accounts::find).orElseThrow(NothingHereException::new);
    }

    private String show(Person person, AccountFacts account, Typed typed, HttpServletRequest request, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("own", person.login().equals(account.login()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("typed", typed);
        model.addAttribute(
                "roleChoices",
                Stream.concat(
                                Stream.of(Choice.of("", "people.wish.choose")),
                                Arrays.stream(Role.values()).map(role -> Choice.of(role.name(), "role." + role.slug())))
                        .toList());
        model.addAttribute(
                "agencyChoices",
                Stream.concat(
                                Stream.of(Choice.of("", "people.grant.node")),
                                directory.hostedHere().stream()
                                        .flatMap(id -> directory.current().agency(id).stream())
                                        .flatMap(entry -> entry.agency().codeAt(clock.instant()).stream())
                                        .sorted()
                                        .map(code -> Choice.literal(code.value(), code.value())))
                        .toList());
        gate.show(request, PAGE + account.login().value(), model);
        return "people/roles";
    }

    @PostMapping("/people/roles/{login}")
    String grant(
            @AuthenticationPrincipal Person person,
            @PathVariable String login,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        AccountFacts account = found(login);
        Optional<String> elsewhere = gate.instead(request, PAGE + login);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Typed typed = new Typed(
                sent.getOrDefault("role", ""), sent.getOrDefault("agency", ""), sent.getOrDefault("until", ""));
        FormFaults faults = new FormFaults();
        Optional<RoleGrant> wished = read(typed, person, faults);
        if (wished.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(person, account, typed, request, model);
        }
        AccountStep step = isAsShown(account, sent)
                ? accounts.grant(account, wished.get(), person)
                : new AccountStep.ChangedMeanwhile();
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice(step, "people.grant.done", account));
        return "redirect:" + PAGE + account.login().value();
    }

    private static boolean isAsShown(AccountFacts account, Map<String, String> sent) {
        return Long.toString(account.version()).equals(sent.get("version"));
    }

    private Optional<RoleGrant> read(Typed typed, Person by, FormFaults faults) {
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(typed.role()))
                .findFirst();
        if (role.isEmpty()) {
            faults.add("role", "accounts.roles.none");
        }
        @Nullable AgencyCode place = place(typed, faults);
        boolean byAgency = role.filter(one -> one.delivered().stream().anyMatch(Permission::perAgency))
                .isPresent();
        if (place == null && byAgency && faults.of("agency") == null) {
            faults.add("agency", "accounts.agencies.none");
        }
        @Nullable Instant end = end(typed, faults);
        return faults.any() || role.isEmpty()
                ? Optional.empty()
                : Optional.of(new RoleGrant(role.get(), place, clock.instant(), end, by.login()));
    }

    private static @Nullable AgencyCode place(Typed typed, FormFaults faults) {
        if (typed.agency().isEmpty()) {
            return null;
        }
        if (AgencyCode.check(typed.agency()) instanceof AgencyCodeCheck.Valid(AgencyCode code)) {
            return code;
        }
        faults.add("agency", "accounts.agencies.wrong", typed.agency());
        return null;
    }

    private @Nullable Instant end(Typed typed, FormFaults faults) {
        if (typed.until().isEmpty()) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        Optional<LocalDate> last = DateText.date(typed.until(), today);
        if (last.isEmpty() || last.get().isBefore(today)) {
            faults.add("until", "people.until.wrong");
            return null;
        }
        return last.get().plusDays(1).atStartOfDay(HERE).toInstant();
    }

    @PostMapping("/people/roles/{login}/revoke")
    String revoke(
            @AuthenticationPrincipal Person person,
            @PathVariable String login,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        AccountFacts account = found(login);
        Optional<String> elsewhere = gate.instead(request, PAGE + login);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        RoleGrant grant = account.grants().stream()
                .filter(one -> one.role().name().equals(sent.get("role"))
                        && one.agency().map(AgencyCode::value).orElse("").equals(sent.get("agency")))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        AccountStep step = isAsShown(account, sent)
                ? accounts.revoke(account, grant.role(), grant.place(), person)
                : new AccountStep.ChangedMeanwhile();
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice(step, "people.grant.taken", account));
        return "redirect:" + PAGE + account.login().value();
    }

    private static Notice notice(AccountStep step, String done, AccountFacts account) {
        return switch (step) {
            case AccountStep.Done _ -> Notice.success(done, account.displayName());
            case AccountStep.Nothing _ -> Notice.warning("accounts.done.nothing");
            case AccountStep.OwnAccount _ -> Notice.warning("accounts.own");
            case AccountStep.LastAdministrator _ -> Notice.warning("accounts.last-one");
            case AccountStep.ChangedMeanwhile _ -> Notice.warning("accounts.meanwhile");
            case AccountStep.Uneven _ -> Notice.warning("accounts.uneven");
            case AccountStep.DutiesMeet _ -> Notice.warning("accounts.roles.apart");
        };
    }
}
