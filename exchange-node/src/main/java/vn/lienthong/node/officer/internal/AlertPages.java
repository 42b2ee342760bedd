package vn.lienthong.node.officer.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.AlertStep;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What raised an alarm, who takes care of it, and how far they are. */
@Controller
class AlertPages {
    private static final int ROWS = 50;
    private static final int LONGEST_NOTE = 1000;
    private static final Set<AlertState> UNDONE = Set.copyOf(EnumSet.complementOf(EnumSet.of(AlertState.CLOSED)));

    private final Alerts alerts;
    private final ActorNames actors;

    AlertPages(Alerts alerts, ActorNames actors) {
        this.alerts = alerts;
        this.actors = actors;
    }

    @GetMapping("/alerts")
    String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) @Nullable UUID at,
            Locale language,
            Model model) {
        boolean closed = show.equals("closed");
        List<Alert> found = alerts.list(closed ? Set.of(AlertState.CLOSED) : UNDONE, at, ROWS + 1);
        List<Alert> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("closed", closed);
        model.addAttribute("alerts", shown);
        model.addAttribute("names", names(shown, language));
        model.addAttribute(
                "older",
                found.size() > ROWS
                        ? "/alerts?show=" + (closed ? "closed" : "open") + "&at="
                                + shown.getLast().id()
                        : null);
        return "officer/alerts";
    }

    /** Whom alerts are about, for people, by what the alert says: an actor, or the account that got a strong role. */
    private Map<String, String> names(List<Alert> shown, Locale language) {
        Map<String, String> references = new HashMap<>();
        for (Alert alert : shown) {
            boolean account = alert.template() == RuleTemplate.ROLE_RAISED;
            boolean named = account || alert.template().group() == RuleTemplate.Group.ACTOR;
            if (named && !alert.about().isEmpty()) {
                references.put(alert.about(), account ? "account:" + alert.about() : alert.about());
            }
        }
        Map<String, String> called = actors.of(references.values(), language);
        Map<String, String> names = new HashMap<>();
        references.forEach((about, reference) -> names.put(about, called.getOrDefault(reference, about)));
        return names;
    }

    @GetMapping("/alerts/{id}")
    String alert(@PathVariable UUID id, Model model) {
        Alert alert = alerts.find(id).orElseThrow(NothingHereException::new);
        show(alert, "", alert.state() == AlertState.OPEN ? AlertState.ACKNOWLEDGED : alert.state(), model);
        return "officer/alert";
    }

    private static void show(Alert alert, String note, AlertState wished, Model model) {
        model.addAttribute("alert", alert);
        model.addAttribute("note", note);
        model.addAttribute("wished", wished);
        model.addAttribute("states", List.of(AlertState.ACKNOWLEDGED, AlertState.IN_PROGRESS, AlertState.CLOSED));
    }

    @PostMapping("/alerts/{id}")
    String move(
            @AuthenticationPrincipal Person officer,
            @PathVariable UUID id,
            @RequestParam AlertState to,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes redirect) {
        Alert alert = alerts.find(id).orElseThrow(NothingHereException::new);
        FormFaults faults = new FormFaults();
        if (note.length() > LONGEST_NOTE) {
            faults.add("note", "officer.alert.note.long", LONGEST_NOTE);
        } else {
            switch (alerts.move(id, to, officer.login().value(), note.strip())) {
                case AlertStep.Moved _ ->
                    redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("officer.alert.moved"));
                case AlertStep.NoteMissing _ -> faults.add("note", "officer.alert.note.missing");
                case AlertStep.AlreadyClosed _ ->
                    redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("officer.alert.closed-already"));
                case AlertStep.Absent _ -> throw new NothingHereException();
            }
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(alert, note, to, model);
            return "officer/alert";
        }
        return "redirect:/alerts/" + id;
    }
}
