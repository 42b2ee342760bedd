package vn.lienthong.node.officer.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.audit.RetentionClass;
import vn.lienthong.node.audit.retention.HoldTerms;
import vn.lienthong.node.audit.retention.LegalHold;
import vn.lienthong.node.audit.retention.Retention;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** How long private parts are kept, what is held for a case, and what was erased. */
@Controller
class RetentionPages {
    private static final String PATH = "/retention";
    private static final int LONGEST_MONTHS = 240;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_OBJECT = 160;
    private static final int ROWS = 20;

    private final Retention retention;
    private final EventLines rows;
    private final ActorNames actors;
    private final InstantSource clock;

    RetentionPages(Retention retention, EventLines rows, ActorNames actors, InstantSource clock) {
        this.retention = retention;
        this.rows = rows;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String retention(@RequestParam Map<String, String> parameters, Locale language, Model model) {
        show(new HashMap<>(parameters), language, model);
        return "officer/retention";
    }

    private void show(Map<String, String> typed, Locale language, Model model) {
        model.addAttribute("policies", retention.policies());
        model.addAttribute("holds", retention.holds(true));
        model.addAttribute("erasures", rows.of(retention.erasures(ROWS), language));
        model.addAttribute("typed", typed);
    }

    @PostMapping("/retention/policies/{about}")
    String setPolicy(
            @PathVariable RetentionClass about,
            @RequestParam(defaultValue = "") String months,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        String digits = months.strip();
        int wished = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (wished < 1 || wished > LONGEST_MONTHS) {
            FormFaults faults = new FormFaults();
            faults.add("months-" + about.name(), "officer.retention.months.wrong", LONGEST_MONTHS);
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(new HashMap<>(), language, model);
            return "officer/retention";
        }
        retention.setPolicy(about, wished);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.retention.saved"));
        return "redirect:" + PATH;
    }

    @PostMapping("/retention/holds")
    String hold(
            @AuthenticationPrincipal Person officer,
            @RequestParam Map<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        FormFaults faults = new FormFaults();
        String reason = typed.getOrDefault("reason", "").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            faults.add("reason", "officer.hold.reason.wrong", SHORTEST_REASON, LONGEST_REASON);
        }
        Optional<HoldTerms> terms = terms(typed, faults);
        if (faults.any() || terms.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(new HashMap<>(typed), language, model);
            return "officer/retention";
        }
        retention.hold(terms.get(), reason, officer.login().value());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.hold.done"));
        return "redirect:" + PATH;
    }

    private Optional<HoldTerms> terms(Map<String, String> typed, FormFaults faults) {
        String object = typed.getOrDefault("object", "").strip();
        String person = typed.getOrDefault("actor", "").strip();
        Optional<String> actor = actors.reference(person);
        if (!person.isEmpty() && actor.isEmpty()) {
            faults.add("actor", "officer.actor.unknown");
        }
        if (object.length() > LONGEST_OBJECT) {
            faults.add("object", "officer.hold.object.long", LONGEST_OBJECT);
        }
        @Nullable Instant from = moment("from", typed, false, faults);
        @Nullable Instant until = moment("until", typed, true, faults);
        if (from != null && until != null && !from.isBefore(until)) {
            faults.add("until", "ui.date.order");
        }
        if (object.isEmpty() && person.isEmpty() && from == null && until == null) {
            faults.add("object", "officer.hold.terms.missing");
        }
        return faults.any()
                ? Optional.empty()
                : Optional.of(new HoldTerms(object.isEmpty() ? null : object, actor.orElse(null), from, until));
    }

    private @Nullable Instant moment(String field, Map<String, String> typed, boolean end, FormFaults faults) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        Optional<Instant> at = DateText.moment(text, clock.instant(), end);
        if (at.isEmpty()) {
            faults.add(field, "ui.date.wrong");
        }
        return at.orElse(null);
    }

    @GetMapping("/retention/holds/{id}/release")
    String askRelease(@PathVariable UUID id, Model model) {
        LegalHold hold = retention.holds(false).stream()
                .filter(standing -> standing.id().equals(id))
                .findFirst()
                .orElseThrow(NothingHereException::new);
        model.addAttribute("hold", hold);
        return "officer/hold-release";
    }

    @PostMapping("/retention/holds/{id}/release")
    String release(@AuthenticationPrincipal Person officer, @PathVariable UUID id, RedirectAttributes redirect) {
        boolean released = retention.release(id, officer.login().value());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                released ? Notice.success("officer.hold.released") : Notice.warning("officer.hold.gone"));
        return "redirect:" + PATH;
    }
}
