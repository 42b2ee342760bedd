package vn.lienthong.node.officer.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.FormFaults;

/** Everything about a document, a person or a period in one signed file, at one press. */
@Controller
class DossierPages {
    private static final String PATH = "/dossiers";
    private static final String USUAL = "30d";
    private static final int LOOKED_AT = 100;

    private final Exports exports;
    private final ActorNames actors;
    private final InstantSource clock;

    DossierPages(Exports exports, ActorNames actors, InstantSource clock) {
        this.exports = exports;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String dossiers(@RequestParam Map<String, String> parameters, Model model) {
        show(EventQuery.of(parameters, USUAL), model);
        return "officer/dossiers";
    }

    private void show(EventQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("periods", EventChoices.periods());
        model.addAttribute(
                "jobs",
                ExportView.of(exports.list(LOOKED_AT).stream()
                        .filter(job -> job.format() == ExportFormat.DOSSIER)
                        .toList()));
    }

    @PostMapping(PATH)
    String request(@AuthenticationPrincipal Person officer, @RequestParam Map<String, String> parameters, Model model) {
        FormFaults faults = new FormFaults();
        EventQuery query = EventQuery.of(parameters, USUAL);
        String person = query.term(FilterField.ACTOR);
        Optional<String> actor = actors.reference(person);
        if (!person.isEmpty() && actor.isEmpty()) {
            faults.add("actor", "officer.actor.unknown");
        }
        Optional<EventFilter> period = query.filter(clock.instant(), faults);
        if (faults.any() || period.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(query, model);
            return "officer/dossiers";
        }
        return "redirect:/exports/" + begun(query.term(FilterField.OBJECT), actor, period.get(), officer);
    }

    private UUID begun(String document, Optional<String> actor, EventFilter period, Person officer) {
        String login = officer.login().value();
        if (!document.isEmpty() && actor.isEmpty()) {
            return exports.dossierOfDocument(document, period.from(), period.until(), login)
                    .id();
        }
        if (document.isEmpty() && actor.isPresent()) {
            return exports.dossierOfActor(actor.get(), period.from(), period.until(), login)
                    .id();
        }
        EventFilter both = actor.map(who -> period.with(FilterField.ACTOR, who)).orElse(period);
        return exports.request(ExportFormat.DOSSIER, both, login).id();
    }
}
