package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.alert.RuleTerms;
import vn.lienthong.node.audit.alert.SearchRule;
import vn.lienthong.node.audit.alert.SearchRules;
import vn.lienthong.node.audit.search.SavedSearch;
import vn.lienthong.node.audit.search.SavedSearches;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Rules that officers make: of a saved search with one click, or of silence. */
@Controller
class SearchRulePages {
    private static final String PATH = "/alerts/watch";
    private static final String PAGE = "officer/alert-rule";
    private static final String TO_RULES = "redirect:/alerts/rules";
    private static final Duration HOUR = Duration.ofHours(1);

    private final SearchRules rules;
    private final SavedSearches saved;

    SearchRulePages(SearchRules rules, SavedSearches saved) {
        this.rules = rules;
        this.saved = saved;
    }

    /** One click: the rule is on at once, and its page lets the officer set it. */
    @PostMapping("/events/saved/{search}/alert")
    String watch(@AuthenticationPrincipal Person officer, @PathVariable UUID search, RedirectAttributes redirect) {
        String login = officer.login().value();
        SavedSearch found = saved.find(login, search).orElseThrow(NothingHereException::new);
        SearchRule rule = rules.add(new RuleTerms(
                RuleTerms.Kind.MANY,
                found.name(),
                found.terms(),
                List.of(),
                1,
                HOUR,
                false,
                Severity.WARNING,
                login,
                true));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.watch.made", found.name()));
        return "redirect:" + PATH + "/" + rule.id();
    }

    @GetMapping(PATH)
    String blank(@AuthenticationPrincipal Person officer, @RequestParam RuleTerms.Kind kind, Model model) {
        return show(RuleForm.blank(kind, officer.login().value()), PATH, model);
    }

    private static String show(RuleForm form, String target, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("target", target);
        model.addAttribute("severities", RuleForm.severities());
        return PAGE;
    }

    @PostMapping(PATH)
    String add(@RequestParam Map<String, String> parameters, Model model, RedirectAttributes redirect) {
        RuleForm form = RuleForm.of(parameters, Map.of());
        FormFaults faults = new FormFaults();
        Optional<RuleTerms> terms = form.read(faults);
        if (terms.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return show(form, PATH, model);
        }
        SearchRule rule = rules.add(terms.get());
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                Notice.success("officer.watch.made", rule.terms().name()));
        return TO_RULES;
    }

    private SearchRule found(UUID id) {
        return rules.find(id).orElseThrow(NothingHereException::new);
    }

    @GetMapping(PATH + "/{id}")
    String rule(@PathVariable UUID id, Model model) {
        SearchRule rule = found(id);
        model.addAttribute("rule", rule);
        return show(RuleForm.of(rule), PATH + "/" + id, model);
    }

    @PostMapping(PATH + "/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        SearchRule before = found(id);
        RuleForm form = RuleForm.of(parameters, before.terms().terms());
        FormFaults faults = new FormFaults();
        Optional<RuleTerms> terms = form.read(faults);
        boolean shown = Long.toString(before.version()).equals(parameters.get("version"));
        if (terms.isPresent() && (!shown || rules.change(before, terms.get()).isEmpty())) {
            faults.add("name", "officer.watch.meanwhile");
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            model.addAttribute("rule", found(id));
            return show(form, PATH + "/" + id, model);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.rules.saved"));
        return TO_RULES;
    }

    @PostMapping(PATH + "/{id}/test")
    String test(@PathVariable UUID id, RedirectAttributes redirect) {
        UUID alert = rules.test(id).orElseThrow(NothingHereException::new).id();
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.rules.tested"));
        return "redirect:/alerts/" + alert;
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                rules.remove(id) ? Notice.success("officer.watch.removed") : Notice.warning("officer.watch.gone"));
        return TO_RULES;
    }
}
