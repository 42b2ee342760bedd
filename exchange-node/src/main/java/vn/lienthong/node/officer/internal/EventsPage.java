package vn.lienthong.node.officer.internal;

import java.time.InstantSource;
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
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.SavedSearches;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.FormFaults;

/** Finding events: by period and by any value that the list shows. */
@Controller
class EventsPage {
    static final String PATH = "/events";
    private static final int ROWS = 50;
    private static final int BARS = 48;

    private final AuditSearch search;
    private final SavedSearches saved;
    private final EventLines rows;
    private final EventChoices choices;
    private final ActorNames actors;
    private final InstantSource clock;

    EventsPage(
            AuditSearch search,
            SavedSearches saved,
            EventLines rows,
            EventChoices choices,
            ActorNames actors,
            InstantSource clock) {
        this.search = search;
        this.saved = saved;
        this.rows = rows;
        this.choices = choices;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String events(
            @AuthenticationPrincipal Person officer,
            @RequestParam Map<String, String> parameters,
            Locale language,
            Model model) {
        FormFaults faults = new FormFaults();
        EventQuery query = named(EventQuery.of(parameters, EventQuery.USUAL), faults);
        Optional<EventFilter> filter = query.filter(clock.instant(), faults);
        model.addAttribute("query", query);
        model.addAttribute("choices", choices.in(language));
        model.addAttribute("saved", saved.visibleTo(officer.login().value()));
        model.addAttribute("chips", chips(query));
        if (faults.any() || filter.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return "officer/events";
        }
        show(query, filter.get(), EventCursor.read(parameters.getOrDefault("at", "")), language, model, faults);
        return "officer/events";
    }

    private void show(
            EventQuery query, EventFilter filter, EventCursor cursor, Locale language, Model model, FormFaults faults) {
        try {
            EventPage page = search.find(filter, cursor, ROWS);
            model.addAttribute("rows", rows.of(page.events(), language));
            model.addAttribute("newer", link(query, page.newer()));
            model.addAttribute("older", link(query, page.older()));
            model.addAttribute("count", search.count(filter));
            model.addAttribute("chart", Chart.of(search.histogram(filter, BARS), query));
        } catch (IllegalArgumentException impossibleTerm) {
            faults.add("problem-terms", "officer.events.term");
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
        }
    }

    /** A person may be typed by log-in name. */
    private EventQuery named(EventQuery query, FormFaults faults) {
        String typed = query.term(FilterField.ACTOR);
        if (typed.isEmpty() || typed.equals("system") || typed.equals("anonymous")) {
            return query;
        }
        Optional<String> reference = actors.reference(typed);
        if (reference.isEmpty()) {
            faults.add("actor", "officer.actor.unknown");
            return query;
        }
        return query.with(FilterField.ACTOR, reference.get());
    }

    private static @Nullable String link(EventQuery query, @Nullable EventCursor cursor) {
        return cursor == null ? null : query.link(PATH, cursor.token());
    }

    /**
     * A condition that can be taken away.
     *
     * @param label key of what it is about
     * @param value wanted
     * @param link to the list without it
     */
    record Chip(String label, String value, String link) {}

    private static List<Chip> chips(EventQuery query) {
        return Arrays.stream(FilterField.values())
                .filter(field -> !query.term(field).isEmpty())
                .map(field -> new Chip(
                        "officer.field." + EventQuery.name(field),
                        query.term(field),
                        query.without(field).link(PATH)))
                .toList();
    }
}
