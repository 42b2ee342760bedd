package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretFields;
import vn.lienthong.node.web.FormFaults;

/** Composing in the secret area: only the composer is here, with unlocked keys. */
@Controller
@InNodeRole
class DraftPages {

    static final String DRAFTS = "/secret/drafts";

    private final SecretServices services;
    private final Gate gate;
    private final Names names;
    private final ObjectProvider<SecretZone> zones;
    private final InstantSource clock;

    DraftPages(SecretServices services, Gate gate, Names names, ObjectProvider<SecretZone> zones, InstantSource clock) {
        this.services = services;
        this.gate = gate;
        this.names = names;
        this.zones = zones;
        this.clock = clock;
    }

    static String page(String id) {
        return DRAFTS + "/" + id;
    }

    @GetMapping(DRAFTS)
    String list(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, DRAFTS);
        model.addAttribute("drafts", gate.value(services.drafts().mine(screen.caller()), SecretDoor.PATH));
        return "secretdesk/drafts";
    }

    @GetMapping(DRAFTS + "/new")
    String blank(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, DRAFTS + "/new");
        return form(screen, DraftForm.empty());
    }

    private String form(Screen screen, Map<String, String> typed) {
        SecretCaller caller = screen.caller();
        Secrecy highest = services.area().level(caller.person(), caller.agency());
        screen.model().addAttribute("form", typed);
        screen.model().addAttribute("levels", levels(highest));
        screen.model()
                .addAttribute(
                        "urgencies", List.of(Urgency.ORDINARY, Urgency.URGENT, Urgency.VERY_URGENT, Urgency.EXPRESS));
        return "secretdesk/compose";
    }

    private static List<Secrecy> levels(Secrecy highest) {
        return Arrays.stream(Secrecy.values())
                .filter(level -> level != Secrecy.ORDINARY && level.compareTo(highest) <= 0)
                .toList();
    }

    @PostMapping(DRAFTS)
    String create(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        DraftForm form = DraftForm.of(typed, clock.instant());
        SecretFields fields = form.fields(
                services.area().level(screen.caller().person(), screen.caller().agency()));
        List<AgencyCode> recipients = form.recipients();
        if (form.faults().any()) {
            return again(screen, form, typed);
        }
        DraftView draft = gate.value(services.drafts().create(screen.caller(), fields), DRAFTS + "/new");
        DraftView _ = gate.value(
                services.drafts().edit(screen.caller(), draft.id(), draft.version(), fields, recipients),
                page(draft.id().toString()));
        return "redirect:" + page(draft.id().toString());
    }

    private String again(Screen screen, DraftForm form, Map<String, String> typed) {
        screen.model().addAttribute(FormFaults.ATTRIBUTE, form.faults());
        var _ = gate.opened(screen, DRAFTS + "/new");
        return form(screen, typed);
    }

    @GetMapping(DRAFTS + "/{id}")
    String one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, page(id));
        DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DRAFTS);
        model.addAttribute("draft", draft);
        model.addAttribute("recipients", recipients(draft));
        model.addAttribute("names", names);
        model.addAttribute("composing", true);
        model.addAttribute(
                "keeps", screen.caller().person().is(Role.CLERK, screen.caller().agency()));
        if (draft.state() == DraftState.SENT || draft.state() == DraftState.SENDING) {
            model.addAttribute(
                    "followed", gate.value(services.releases().followed(screen.caller(), draft.id()), DRAFTS));
        }
        return "secretdesk/draft";
    }

    private List<Names.Recipient> recipients(DraftView draft) {
        return draft.recipients().stream()
                .map(code -> new Names.Recipient(
                        code, names.of(code), fit(code, draft.fields().level())))
                .toList();
    }

    private boolean fit(AgencyCode code, Secrecy level) {
        return Optional.ofNullable(zones.getIfAvailable())
                .flatMap(zone -> zone.of(code))
                .filter(highest -> highest.compareTo(level) >= 0)
                .isPresent();
    }

    @GetMapping(DRAFTS + "/{id}/edit")
    String edit(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, page(id) + "/edit");
        DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DRAFTS);
        model.addAttribute("draft", draft);
        model.addAttribute("version", draft.version());
        return form(screen, DraftForm.of(draft));
    }

    @PostMapping(DRAFTS + "/{id}/edit")
    String edited(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam long version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        DraftForm form = DraftForm.of(typed, clock.instant());
        SecretFields fields = form.fields(
                services.area().level(screen.caller().person(), screen.caller().agency()));
        List<AgencyCode> recipients = form.recipients();
        if (form.faults().any()) {
            DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DRAFTS);
            model.addAttribute("draft", draft);
            model.addAttribute("version", version);
            return again(screen, form, typed);
        }
        DraftView _ = gate.value(
                services.drafts().edit(screen.caller(), Gate.draft(id), version, fields, recipients), page(id));
        return "redirect:" + page(id);
    }
}
