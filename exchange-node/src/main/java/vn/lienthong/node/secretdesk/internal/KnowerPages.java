package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Who knows of a document, who may be told, and who looked at it. */
@Controller
@InNodeRole
class KnowerPages {

    private static final String KNOWERS = DocumentPages.DOCUMENTS + "/{id}/knowers";

    private final SecretServices services;
    private final Gate gate;

    KnowerPages(SecretServices services, Gate gate) {
        this.services = services;
        this.gate = gate;
    }

    private static String page(String id) {
        return DocumentPages.page(id) + "/knowers";
    }

    @GetMapping(KNOWERS)
    String knowers(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, page(id));
        SecretId document = Gate.document(id);
        model.addAttribute("id", id);
        String back = DocumentPages.page(id);
        model.addAttribute("knowers", gate.value(services.knowing().knowers(screen.caller(), document), back));
        model.addAttribute("candidates", gate.value(services.knowing().candidates(screen.caller(), document), back));
        return "secretdesk/knowers";
    }

    @PostMapping(KNOWERS + "/add")
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Boolean _ = gate.value(
                services.knowing().add(gate.caller(request), Gate.document(id), login(login), reason.strip()),
                page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.knowers.added"));
        return "redirect:" + page(id);
    }

    @PostMapping(KNOWERS + "/take-away")
    String takeAway(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Boolean _ = gate.value(
                services.knowing().takeAway(gate.caller(request), Gate.document(id), login(login), reason.strip()),
                page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.knowers.taken"));
        return "redirect:" + page(id);
    }

    private static LoginName login(String typed) {
        return LoginName.parse(typed).orElseThrow(NothingHereException::new);
    }

    @GetMapping(DocumentPages.DOCUMENTS + "/{id}/looks")
    String looks(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, DocumentPages.page(id) + "/looks");
        model.addAttribute("id", id);
        model.addAttribute(
                "looks",
                gate.value(services.knowing().looks(screen.caller(), Gate.document(id)), DocumentPages.page(id)));
        return "secretdesk/looks";
    }
}
