package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.web.FormFaults;

/** Who saw a document, and what a person saw. */
@Controller
class AccessPage {
    private static final String PATH = "/access";
    private static final String USUAL = "30d";
    private static final int ROWS = 100;

    private final AuditSearch search;
    private final EventLines rows;
    private final ActorNames actors;
    private final InstantSource clock;

    AccessPage(AuditSearch search, EventLines rows, ActorNames actors, InstantSource clock) {
        this.search = search;
        this.rows = rows;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String access(@RequestParam Map<String, String> parameters, Locale language, Model model) {
        FormFaults faults = new FormFaults();
        EventQuery query = EventQuery.of(parameters, USUAL);
        String document = query.term(FilterField.OBJECT);
        String person = query.term(FilterField.ACTOR);
        model.addAttribute("query", query);
        model.addAttribute("periods", EventChoices.periods());
        if (document.isEmpty() && person.isEmpty()) {
            return "officer/access";
        }
        Optional<EventFilter> period = query.filter(clock.instant(), faults);
        Optional<String> actor = actors.reference(person);
        if (!person.isEmpty() && actor.isEmpty()) {
            faults.add("actor", "officer.actor.unknown");
        }
        if (faults.any() || period.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return "officer/access";
        }
        EventFilter filter =
                wanted(document, actor, period.get().from(), period.get().until());
        EventPage page = search.find(filter, EventCursor.read(parameters.getOrDefault("at", "")), ROWS);
        List<EventLines.Row> shown = rows.of(page.events(), language);
        model.addAttribute("rows", shown);
        if (!document.isEmpty()) {
            model.addAttribute("people", AccessSummary.of(shown));
        }
        model.addAttribute("newer", link(query, page.newer()));
        model.addAttribute("older", link(query, page.older()));
        return "officer/access";
    }

    private static EventFilter wanted(String document, Optional<String> actor, Instant from, Instant until) {
        if (document.isEmpty()) {
            return EventFilter.seenBy(actor.orElseThrow(), from, until);
        }
        EventFilter whoSaw = EventFilter.whoSaw(document, from, until);
        return actor.map(who -> whoSaw.with(FilterField.ACTOR, who)).orElse(whoSaw);
    }

    private static @Nullable String link(EventQuery query, @Nullable EventCursor cursor) {
        return cursor == null ? null : query.link(PATH, cursor.token());
    }
}
