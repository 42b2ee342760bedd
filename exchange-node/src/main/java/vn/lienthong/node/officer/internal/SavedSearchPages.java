package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.SavedSearch;
import vn.lienthong.node.audit.search.SavedSearches;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Keeping searches, opening them again, removing them. */
@Controller
class SavedSearchPages {
    private static final int LONGEST_NAME = 100;

    private final SavedSearches saved;
    private final InstantSource clock;

    SavedSearchPages(SavedSearches saved, InstantSource clock) {
        this.saved = saved;
        this.clock = clock;
    }

    @PostMapping("/events/saved")
    RedirectView save(
            @AuthenticationPrincipal Person officer,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        EventQuery query = EventQuery.of(parameters, EventQuery.USUAL);
        String name = parameters.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("officer.saved.name"));
        } else {
            boolean shared = parameters.containsKey("shared");
            saved.save(officer.login().value(), name, shared, back(query), query.terms());
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.saved.done", name));
        }
        return to(query.link(EventsPage.PATH));
    }

    /** How far a search looks back when it is opened again: as far as now. */
    private Duration back(EventQuery query) {
        Instant now = clock.instant();
        Optional<EventFilter> filter = query.filter(now, new FormFaults());
        Duration far = filter.map(EventFilter::from)
                .map(from -> Duration.between(from, now))
                .orElse(EventFilter.USUAL);
        return far.toHours() < 1 ? Duration.ofHours(1) : far;
    }

    @GetMapping("/events/saved/{id}")
    RedirectView open(@AuthenticationPrincipal Person officer, @PathVariable UUID id) {
        SavedSearch search = saved.find(officer.login().value(), id).orElseThrow(NothingHereException::new);
        String period = EventQuery.PERIODS.entrySet().stream()
                .filter(known -> known.getValue().equals(search.back()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(EventQuery.CHOSEN);
        String from = DateText.write(clock.instant().minus(search.back()));
        return to(new EventQuery(period, from, "", search.terms()).link(EventsPage.PATH));
    }

    @PostMapping("/events/saved/{id}/remove")
    RedirectView remove(@AuthenticationPrincipal Person officer, @PathVariable UUID id, RedirectAttributes redirect) {
        boolean removed = saved.remove(officer.login().value(), id);
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                removed ? Notice.success("officer.saved.removed") : Notice.warning("officer.saved.not-own"));
        return to(EventsPage.PATH);
    }

    /** Values in the query may hold braces, which must not be taken for variables. */
    private static RedirectView to(String link) {
        RedirectView view = new RedirectView(link);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
