package vn.lienthong.node.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.ClearanceFacts;
import vn.lienthong.node.identity.ClearanceStep;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Who is cleared up to which level: proposed by a security officer, confirmed by a leader, ended by either. */
@Controller
@InNodeRole
class ClearancePages {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String LIST = PeopleConfiguration.CLEARANCES;

    private final ClearanceAdministration clearances;
    private final Gate gate;
    private final InstantSource clock;

    ClearancePages(ClearanceAdministration clearances, Gate gate, InstantSource clock) {
        this.clearances = clearances;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "false") boolean ended,
            HttpServletRequest request,
            Model model) {
        return show(person, ended, Map.of(), request, model);
    }

    private String show(
            Person person, boolean ended, Map<String, String> typed, HttpServletRequest request, Model model) {
        model.addAttribute("clearances", clearances.list(person, ended));
        model.addAttribute("ended", ended);
        model.addAttribute("proposes", person.may(Permission.PROPOSE_CLEARANCES));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "levels",
                Arrays.stream(Secrecy.values())
                        .filter(Secrecy::isStateSecret)
                        .map(level -> Choice.of(level.name(), "people.level." + level.name()))
                        .toList());
        gate.show(request, LIST, model);
        return "people/clearances";
    }

    @PostMapping(LIST)
    String propose(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Optional<String> elsewhere = gate.instead(request, LIST);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        FormFaults faults = new FormFaults();
        ClearanceStep step = propose(person, typed, faults);
        if (step != ClearanceStep.DONE) {
            if (!faults.any()) {
                faults.add(field(step), "people.clearance.step." + step.name());
            }
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(person, false, typed, request, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("people.clearance.proposed"));
        return "redirect:" + LIST;
    }

    private static String field(ClearanceStep step) {
        return switch (step) {
            case WRONG_DAY -> "until";
            case NOT_ALLOWED -> "agency";
            default -> "login";
        };
    }

    private ClearanceStep propose(Person person, Map<String, String> typed, FormFaults faults) {
        Optional<LoginName> login =
                LoginName.parse(typed.getOrDefault("login", "").strip());
        Optional<AgencyCode> agency =
                AgencyCode.check(typed.getOrDefault("agency", "").strip()) instanceof AgencyCodeCheck.Valid(var code)
                        ? Optional.of(code)
                        : Optional.empty();
        Optional<Secrecy> level = Arrays.stream(Secrecy.values())
                .filter(one -> one.isStateSecret() && one.name().equals(typed.get("level")))
                .findFirst();
        Optional<LocalDate> day =
                DateText.date(typed.getOrDefault("until", ""), LocalDate.ofInstant(clock.instant(), HERE));
        String reason = typed.getOrDefault("reason", "").strip();
        missing(login, "login", "people.clearance.login.wrong", faults);
        missing(agency, "agency", "people.clearance.agency.wrong", faults);
        missing(level, "level", "people.clearance.level.wrong", faults);
        missing(day, "until", "people.until.wrong", faults);
        if (!isReason(reason)) {
            faults.add("reason", "people.reason.missing");
        }
        return faults.any()
                ? ClearanceStep.NOT_ELIGIBLE
                : clearances.propose(
                        login.orElseThrow(),
                        agency.orElseThrow(),
                        level.orElseThrow(),
                        day.orElseThrow(),
                        reason,
                        person);
    }

    private static void missing(Optional<?> value, String field, String key, FormFaults faults) {
        if (value.isEmpty()) {
            faults.add(field, key);
        }
    }

    private static boolean isReason(String reason) {
        return !reason.isEmpty() && reason.length() <= ClearanceAdministration.LONGEST_REASON;
    }

    @GetMapping(LIST + "/{id}")
    String one(@AuthenticationPrincipal Person person, @PathVariable long id, HttpServletRequest request, Model model) {
        ClearanceFacts found = clearances.find(id, person).orElseThrow(NothingHereException::new);
        model.addAttribute("clearance", found);
        model.addAttribute("waits", found.state() == ClearanceFacts.State.PROPOSED);
        model.addAttribute(
                "stands",
                List.of(ClearanceFacts.State.PROPOSED, ClearanceFacts.State.ACTIVE)
                        .contains(found.state()));
        gate.show(request, LIST + "/" + id, model);
        return "people/clearance";
    }

    @PostMapping(LIST + "/{id}")
    String decide(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        ClearanceFacts found = clearances.find(id, person).orElseThrow(NothingHereException::new);
        Optional<String> elsewhere = gate.instead(request, LIST + "/" + id);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (then.equals("end") && !isReason(reason.strip())) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("people.reason.missing"));
            return "redirect:" + LIST + "/" + id;
        }
        ClearanceStep step = switch (then) {
            case "confirm" -> clearances.confirm(id, person);
            case "refuse" -> clearances.refuse(id, person);
            case "end" -> clearances.end(id, reason.strip(), person);
            default -> throw new NothingHereException();
        };
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                step == ClearanceStep.DONE
                        ? Notice.success("people.clearance.did." + then, found.displayName())
                        : Notice.warning("people.clearance.step." + step.name()));
        return "redirect:" + LIST + "/" + id;
    }
}
