package vn.lienthong.node.incoming.internal.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.incoming.internal.record.Units;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The units of an agency and who works in them; and what is overdue where, for leaders. */
@Controller
@InNodeRole
class UnitPages {

    private static final int LONGEST_NAME = 150;
    private static final int MOST = 500;

    private final Units units;
    private final Tasks tasks;
    private final Reach reach;
    private final Registration registration;
    private final TransactionTemplate transactions;

    UnitPages(Units units, Tasks tasks, Reach reach, Registration registration, TransactionTemplate transactions) {
        this.units = units;
        this.tasks = tasks;
        this.reach = reach;
        this.registration = registration;
        this.transactions = transactions;
    }

    /**
     * A unit as the page shows it.
     *
     * @param id its key
     * @param name of it
     * @param members who works there
     */
    record Line(long id, String name, List<Party> members) {}

    @GetMapping("/units")
    String units(@AuthenticationPrincipal Person clerk, Model model) {
        Roles.requireClerk(clerk);
        show(clerk, "", model);
        return "incoming/units";
    }

    private void show(Person clerk, String name, Model model) {
        List<Party> officers = units.officers(clerk.agencies(Role.CLERK));
        model.addAttribute(
                "units",
                units.of(reach.codes(clerk.agencies(Role.CLERK))).stream()
                        .map(unit -> new Line(
                                unit.id(),
                                unit.name(),
                                unit.members().stream()
                                        .map(login -> officers.stream()
                                                .filter(party -> party.login().equals(login))
                                                .findFirst()
                                                .orElse(Party.person(login, login)))
                                        .toList()))
                        .toList());
        List<Choice> people = new ArrayList<>(List.of(Choice.of("", "incoming.units.choose")));
        officers.forEach(party -> people.add(Choice.literal(party.login(), party.name())));
        model.addAttribute("people", people);
        model.addAttribute("name", name);
    }

    @PostMapping("/units")
    String add(
            @AuthenticationPrincipal Person clerk,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        String called = name.strip();
        FormFaults faults = new FormFaults();
        AgencyCode agency =
                clerk.agencies(Role.CLERK).stream().sorted().findFirst().orElseThrow(NothingHereException::new);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            faults.add("name", "incoming.units.name.missing", LONGEST_NAME);
        } else if (!Boolean.TRUE.equals(transactions.execute(_ -> units.add(agency, called)))) {
            faults.add("name", "incoming.units.name.taken");
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(clerk, called, model);
            return "incoming/units";
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.units.saved"));
        return "redirect:/units";
    }

    @PostMapping("/units/{id}")
    String change(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String login,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        Units.Unit unit =
                units.find(reach.codes(clerk.agencies(Role.CLERK)), id).orElseThrow(NothingHereException::new);
        boolean colleague = units.officers(clerk.agencies(Role.CLERK)).stream()
                .anyMatch(party -> party.login().equals(login));
        Consumer<Units.Unit> work = switch (then) {
            case "join" ->
                found -> {
                    if (colleague) {
                        units.join(found, login);
                    }
                };
            case "leave" -> found -> units.leave(found, login);
            case "close" -> units::close;
            default -> throw new NothingHereException();
        };
        transactions.executeWithoutResult(_ -> work.accept(unit));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.units.saved"));
        return "redirect:/units";
    }

    /** What is overdue, by unit and person. */
    @GetMapping("/my-unit")
    String overdue(@AuthenticationPrincipal Person leader, Model model) {
        Roles.requireLeader(leader);
        LocalDate today = registration.today();
        Map<String, List<Task>> byParty = new TreeMap<>();
        for (Task task : tasks.overdue(reach.codes(leader.agencies(Role.LEADER)), today, MOST)) {
            byParty.computeIfAbsent(task.party().name(), _ -> new ArrayList<>()).add(task);
        }
        model.addAttribute("overdue", byParty);
        return "incoming/my-unit";
    }
}
