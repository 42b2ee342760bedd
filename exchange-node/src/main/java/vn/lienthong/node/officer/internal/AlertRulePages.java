package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.alert.SearchRules;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What raises alarms, and from how many on. */
@Controller
class AlertRulePages {
    private static final String PATH = "/alerts/rules";
    private static final int HIGHEST = 10_000;
    private static final int DAY_MINUTES = 1440;

    private final Alerts alerts;
    private final SearchRules made;

    AlertRulePages(Alerts alerts, SearchRules made) {
        this.alerts = alerts;
        this.made = made;
    }

    @GetMapping(PATH)
    String rules(Model model) {
        model.addAttribute("rules", alerts.rules());
        model.addAttribute("made", made.list());
        return "officer/alert-rules";
    }

    @PostMapping("/alerts/rules/{template}")
    String set(
            @PathVariable RuleTemplate template,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String minutes,
            Model model,
            RedirectAttributes redirect) {
        if (template.madeByOfficers()) {
            throw new NothingHereException();
        }
        OptionalInt count = number(threshold, HIGHEST);
        OptionalInt window = number(minutes, DAY_MINUTES);
        if (count.isEmpty() || window.isEmpty()) {
            FormFaults faults = new FormFaults();
            if (count.isEmpty()) {
                faults.add("threshold-" + template.name(), "officer.rules.threshold.wrong", HIGHEST);
            }
            if (window.isEmpty()) {
                faults.add("minutes-" + template.name(), "officer.rules.minutes.wrong", DAY_MINUTES);
            }
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            return rules(model);
        }
        alerts.setRule(template, enabled, count.getAsInt(), Duration.ofMinutes(window.getAsInt()));
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.rules.saved"));
        return "redirect:" + PATH;
    }

    @PostMapping("/alerts/rules/{template}/test")
    String test(@PathVariable RuleTemplate template, RedirectAttributes redirect) {
        Alert raised = alerts.test(template);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.rules.tested"));
        return "redirect:/alerts/" + raised.id();
    }

    private static OptionalInt number(String typed, int highest) {
        String digits = typed.strip();
        if (!digits.matches("\\d{1,5}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= highest ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
