package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Units;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;

/** What the pages show on which documents are given to people. */
@Component
@InNodeRole
class RoutingModel {

    private final Units units;
    private final Reach reach;
    private final Registration registration;

    RoutingModel(Units units, Reach reach, Registration registration) {
        this.units = units;
        this.reach = reach;
        this.registration = registration;
    }

    /** Units and officers of the agency whose document it is. */
    List<Party> parties(Person person, IncomingDocument document) {
        AgencyCode agency = registration.agency(person, document);
        return units.parties(reach.codes(List.of(agency)), List.of(agency));
    }

    /** Leaders of the agency whose document it is. */
    List<Party> leaders(Person person, IncomingDocument document) {
        return units.leaders(List.of(registration.agency(person, document)));
    }

    /** Everybody to whom documents of all the person's agencies can be given. */
    void showAll(Person person, Model model) {
        List<AgencyCode> agencies =
                Reach.wholeAgencies(person).stream().sorted().toList();
        model.addAttribute("leaders", choices(units.leaders(agencies), "incoming.leader.choose"));
        model.addAttribute("leads", choices(units.parties(reach.codes(agencies), agencies), "incoming.lead.choose"));
    }

    void show(Person person, IncomingDocument document, MultiValueMap<String, String> typed, Model model) {
        var due = document.times().dueOn();
        model.addAttribute("document", document);
        model.addAttribute("leaders", choices(leaders(person, document), "incoming.leader.choose"));
        List<Party> parties = parties(person, document);
        model.addAttribute("parties", parties);
        model.addAttribute("leads", choices(parties, "incoming.lead.choose"));
        model.addAttribute("leader", AssignForm.first(typed, "leader"));
        model.addAttribute("lead", AssignForm.first(typed, "lead"));
        model.addAttribute("support", typed.getOrDefault("support", List.of()));
        model.addAttribute("inform", typed.getOrDefault("inform", List.of()));
        model.addAttribute("words", AssignForm.first(typed, "words"));
        model.addAttribute(
                "due",
                typed.containsKey("due") ? AssignForm.first(typed, "due") : due == null ? "" : DateText.write(due));
    }

    private static List<Choice> choices(List<Party> parties, String first) {
        return Stream.concat(
                        Stream.of(Choice.of("", first)),
                        parties.stream().map(party -> Choice.literal(party.value(), party.name())))
                .toList();
    }
}
