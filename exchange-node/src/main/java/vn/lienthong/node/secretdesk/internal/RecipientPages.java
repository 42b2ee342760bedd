package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** To whom a draft goes: agencies found by name, of which only those are shown that may receive its level. */
@Controller
@InNodeRole
class RecipientPages {

    private static final String RECIPIENTS = DraftPages.DRAFTS + "/{id}/recipients";

    private final SecretServices services;
    private final Gate gate;
    private final Names names;

    RecipientPages(SecretServices services, Gate gate, Names names) {
        this.services = services;
        this.gate = gate;
        this.names = names;
    }

    /** Words to look for come by POST: no address of this area carries them. */
    @RequestMapping(
            path = RECIPIENTS,
            method = {RequestMethod.GET, RequestMethod.POST})
    String find(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, page(id));
        DraftView draft = draft(screen.caller(), id);
        String words = "POST".equals(request.getMethod()) ? q.strip() : "";
        List<SecretArea.Recipient> found = gate.value(
                services.area().recipients(screen.caller(), draft.fields().level(), words), DraftPages.page(id));
        model.addAttribute("draft", draft);
        model.addAttribute("q", words);
        model.addAttribute("found", found);
        model.addAttribute("names", names);
        return "secretdesk/recipients";
    }

    private static String page(String id) {
        return DraftPages.page(id) + "/recipients";
    }

    private DraftView draft(SecretCaller caller, String id) {
        return gate.value(services.drafts().find(caller, Gate.draft(id)), DraftPages.DRAFTS);
    }

    @PostMapping(RECIPIENTS + "/add")
    String add(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") List<String> code,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        DraftView draft = draft(caller, id);
        List<AgencyCode> all = new ArrayList<>(draft.recipients());
        code.stream().filter(one -> !one.isBlank()).map(RecipientPages::known).forEach(all::add);
        return changed(caller, draft, version, all.stream().distinct().toList(), flash);
    }

    @PostMapping(RECIPIENTS + "/remove")
    String remove(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String code,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        DraftView draft = draft(caller, id);
        AgencyCode gone = known(code);
        List<AgencyCode> left =
                draft.recipients().stream().filter(one -> !one.equals(gone)).toList();
        return changed(caller, draft, version, left, flash);
    }

    private static AgencyCode known(String code) {
        return switch (AgencyCode.check(code)) {
            case AgencyCodeCheck.Valid valid -> valid.code();
            case AgencyCodeCheck.Invalid _ -> throw new NothingHereException();
        };
    }

    private String changed(
            SecretCaller caller, DraftView draft, long version, List<AgencyCode> recipients, RedirectAttributes flash) {
        String here = page(draft.id().toString());
        DraftView _ = gate.value(services.drafts().edit(caller, draft.id(), version, draft.fields(), recipients), here);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.recipients.saved"));
        return "redirect:" + here;
    }
}
