package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftState;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.web.Notice;

/** The second person: reads, signs or refuses, stops while it cools off, and follows what became of it. */
@Controller
@InNodeRole
class ReleasePages {

    private static final String RELEASES = "/secret/releases";
    private static final String ONE = RELEASES + "/{id}";

    private final SecretServices services;
    private final Gate gate;
    private final Names names;
    private final Viewer viewer;

    ReleasePages(SecretServices services, Gate gate, Names names, Viewer viewer) {
        this.services = services;
        this.gate = gate;
        this.names = names;
        this.viewer = viewer;
    }

    private static String page(String id) {
        return RELEASES + "/" + id;
    }

    @GetMapping(RELEASES)
    String list(HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, RELEASES);
        model.addAttribute("waiting", gate.value(services.releases().waiting(screen.caller()), SecretDoor.PATH));
        model.addAttribute("decided", gate.value(services.releases().decided(screen.caller()), SecretDoor.PATH));
        return "secretdesk/releases";
    }

    @GetMapping(ONE)
    String one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        gate.needsStepUp(screen.caller(), page(id));
        var _ = gate.opened(screen, page(id));
        DraftView draft = gate.value(services.releases().find(screen.caller(), Gate.draft(id)), RELEASES);
        model.addAttribute("draft", draft);
        model.addAttribute("names", names);
        model.addAttribute(
                "recipients",
                draft.recipients().stream()
                        .map(code -> new Names.Recipient(code, names.of(code), true))
                        .toList());
        model.addAttribute("composing", false);
        List<DraftState> sent = List.of(DraftState.SENT, DraftState.SENDING);
        if (sent.contains(draft.state())) {
            model.addAttribute(
                    "followed", gate.value(services.releases().followed(screen.caller(), draft.id()), RELEASES));
        }
        return "secretdesk/draft";
    }

    @GetMapping(ONE + "/files/{number}")
    String view(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String here = page(id) + "/files/" + number;
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, here);
        DraftView draft = gate.value(services.releases().find(screen.caller(), Gate.draft(id)), RELEASES);
        return viewer.page(screen, Viewer.file(draft.files(), number), here, page(id), page);
    }

    @GetMapping(ONE + "/files/{number}/pages/{page}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable int number, @PathVariable int page, HttpServletRequest request) {
        SecretCaller caller = gate.caller(request);
        DraftView draft = gate.value(services.releases().find(caller, Gate.draft(id)), RELEASES);
        SecretContent content = gate.value(services.releases().file(caller, draft.id(), number), page(id));
        return viewer.picture(request, content, draft.fields().level(), page(id) + "/files/" + number, page);
    }

    @PostMapping(ONE + "/approve")
    String approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") String read,
            HttpServletRequest request,
            RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        if (read.isEmpty()) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.approve.read-first"));
            return "redirect:" + page(id);
        }
        DraftView _ = gate.value(services.releases().approve(caller, Gate.draft(id), statement), page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.approved"));
        return "redirect:" + page(id);
    }

    @PostMapping(ONE + "/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes flash) {
        DraftView _ =
                gate.value(services.releases().refuse(gate.caller(request), Gate.draft(id), words.strip()), page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.release.refused"));
        return "redirect:" + RELEASES;
    }

    @PostMapping(ONE + "/stop")
    String stop(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        DraftView _ = gate.value(services.releases().stop(gate.caller(request), Gate.draft(id)), page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.stopped"));
        return "redirect:" + RELEASES;
    }

    @PostMapping(ONE + "/recall")
    String recall(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Integer back =
                gate.value(services.releases().recall(gate.caller(request), Gate.draft(id), reason.strip()), page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.recalled", back));
        return "redirect:" + page(id);
    }
}
