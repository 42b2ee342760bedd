package vn.lienthong.node.incoming.internal.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.Delegations;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Units;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** A leader lets somebody instruct on their behalf, from day to day; it ends by itself. */
@Controller
@InNodeRole
class DelegationPages {

    private static final int LONGEST_DAYS = 366;
    private static final String PATH = "/delegations";

    private final Delegations delegations;
    private final Units units;
    private final Registration registration;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    DelegationPages(
            Delegations delegations,
            Units units,
            Registration registration,
            AuditTrail trail,
            TransactionTemplate transactions) {
        this.delegations = delegations;
        this.units = units;
        this.registration = registration;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    String delegations(@AuthenticationPrincipal Person leader, Model model) {
        Roles.requireLeader(leader);
        show(leader, Map.of(), model);
        return "incoming/delegations";
    }

    private List<Party> candidates(Person leader) {
        return candidates(leader, leader.agencies(Role.LEADER));
    }

    private List<Party> candidates(Person leader, Set<AgencyCode> agencies) {
        return Stream.concat(units.leaders(agencies).stream(), units.officers(agencies).stream())
                .filter(party -> !party.login().equals(leader.login().value()))
                .distinct()
                .toList();
    }

    private void show(Person leader, Map<String, String> typed, Model model) {
        model.addAttribute("given", delegations.given(leader.login().value()));
        model.addAttribute("held", delegations.held(leader.login().value()));
        model.addAttribute(
                "people",
                Stream.concat(
                                Stream.of(Choice.of("", "incoming.delegation.choose")),
                                candidates(leader).stream().map(party -> Choice.literal(party.value(), party.name())))
                        .toList());
        model.addAttribute(
                "types",
                Stream.concat(
                                Stream.of(Choice.of("", "incoming.delegation.all-types")),
                                types(leader).stream().map(type -> Choice.literal(type, type)))
                        .toList());
        model.addAttribute("typed", typed);
    }

    private List<String> types(Person leader) {
        return leader.agencies(Role.LEADER).stream()
                .sorted()
                .findFirst()
                .map(registration::types)
                .orElse(List.of());
    }

    @PostMapping(PATH)
    String give(
            @AuthenticationPrincipal Person leader,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Roles.requireLeader(leader);
        FormFaults faults = new FormFaults();
        LocalDate today = registration.today();
        Optional<Party> to = Party.of(typed.get("to"), candidates(leader));
        if (to.isEmpty()) {
            faults.add("to", "incoming.delegation.to.missing");
        }
        Optional<LocalDate> from = DateText.date(typed.getOrDefault("from", ""), today);
        Optional<LocalDate> until = DateText.date(typed.getOrDefault("until", ""), today);
        if (from.isEmpty() || from.get().isBefore(today)) {
            faults.add("from", "incoming.delegation.from.wrong");
        }
        if (until.isEmpty() || until.get().isBefore(from.orElse(today))) {
            faults.add("until", "incoming.delegation.until.wrong");
        } else if (until.get().isAfter(today.plusDays(LONGEST_DAYS))) {
            faults.add("until", "incoming.delegation.until.long", LONGEST_DAYS);
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(leader, typed, model);
            return "incoming/delegations";
        }
        String type = typed.getOrDefault("type", "");
        List<String> scope = types(leader).contains(type) ? List.of(type) : List.of();
        give(leader, to.orElseThrow(), from.orElseThrow(), until.orElseThrow(), scope);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                Notice.success("incoming.delegation.done", to.orElseThrow().name()));
        return "redirect:" + PATH;
    }

    /** At each agency that the leader leads and where the other works: nobody acts where they have no part. */
    private void give(Person leader, Party to, LocalDate from, LocalDate until, List<String> types) {
        Party self = Party.person(leader.login().value(), leader.displayName());
        List<AgencyCode> agencies = leader.agencies(Role.LEADER).stream()
                .sorted()
                .filter(agency -> candidates(leader, Set.of(agency)).contains(to))
                .toList();
        transactions.executeWithoutResult(_ -> agencies.forEach(agency -> {
            delegations.give(agency, self, to, from, until, types);
            trail.record(SecurityEvent.of(EventKind.DELEGATION_GRANT)
                    .on(EventObject.of(EventObject.Kind.AGENCY, agency.value()))
                    .with("from", from)
                    .with("until", until)
                    .withPrivate("to", to.login()));
        }));
    }

    @PostMapping("/delegations/{id}/end")
    String end(@AuthenticationPrincipal Person leader, @PathVariable long id, RedirectAttributes redirect) {
        Roles.requireLeader(leader);
        Boolean ended = transactions.execute(_ -> {
            boolean found = delegations.end(leader.login().value(), id);
            if (found) {
                trail.record(SecurityEvent.of(EventKind.DELEGATION_END)
                        .on(EventObject.of(EventObject.Kind.CASE, "delegation-" + id)));
            }
            return found;
        });
        if (!Boolean.TRUE.equals(ended)) {
            throw new NothingHereException();
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.delegation.ended"));
        return "redirect:" + PATH;
    }
}
