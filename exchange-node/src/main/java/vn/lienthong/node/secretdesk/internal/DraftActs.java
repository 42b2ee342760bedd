package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.BookLine;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.DraftView;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretContent;
import vn.lienthong.node.web.Notice;
import vn.lienthong.node.web.UploadForm;

/** What a composer does with a draft: files, submission, taking back, destroying. */
@Controller
@InNodeRole
class DraftActs {

    private static final String DRAFT = DraftPages.DRAFTS + "/{id}";

    private final SecretServices services;
    private final Gate gate;
    private final Viewer viewer;

    DraftActs(SecretServices services, Gate gate, Viewer viewer) {
        this.services = services;
        this.gate = gate;
        this.viewer = viewer;
    }

    @PostMapping(DRAFT + "/files")
    String add(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        SecretCaller caller = gate.caller(request);
        DraftId draft = Gate.draft(id);
        List<SecretAnswer<DraftView>> answers = new ArrayList<>();
        try {
            UploadForm.read(request, new UploadForm.Visitor() {
                @Override
                public void fields(Map<String, String> fields) {
                    // Nothing but files is in this form.
                }

                @Override
                public void file(String input, String fileName, InputStream content) throws IOException {
                    answers.add(services.drafts().addFile(caller, draft, fileName, content));
                }
            });
        } catch (IOException broken) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.files.broken"));
            return "redirect:" + DraftPages.page(id);
        }
        // What stands against one file is said when all have been taken in.
        answers.forEach(answer -> {
            DraftView _ = gate.value(answer, DraftPages.page(id));
        });
        if (answers.isEmpty()) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("secret.files.chosen-none"));
        }
        return "redirect:" + DraftPages.page(id);
    }

    @PostMapping(DRAFT + "/files/{number}/remove")
    String remove(@PathVariable String id, @PathVariable int number, HttpServletRequest request) {
        DraftView _ = gate.value(
                services.drafts().removeFile(gate.caller(request), Gate.draft(id), number), DraftPages.page(id));
        return "redirect:" + DraftPages.page(id);
    }

    @GetMapping(DRAFT + "/files/{number}")
    String view(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String here = DraftPages.page(id) + "/files/" + number;
        Screen screen = gate.screen(request, response, model);
        var _ = gate.opened(screen, here);
        DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DraftPages.DRAFTS);
        return viewer.page(screen, Viewer.file(draft.files(), number), here, DraftPages.page(id), page);
    }

    @GetMapping(DRAFT + "/files/{number}/pages/{page}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable int number, @PathVariable int page, HttpServletRequest request) {
        SecretCaller caller = gate.caller(request);
        DraftView draft = gate.value(services.drafts().find(caller, Gate.draft(id)), DraftPages.DRAFTS);
        SecretContent content = gate.value(services.drafts().file(caller, draft.id(), number), DraftPages.page(id));
        String here = DraftPages.page(id) + "/files/" + number;
        return viewer.picture(request, content, draft.fields().level(), here, page);
    }

    @GetMapping(DRAFT + "/check")
    String check(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        String here = DraftPages.page(id) + "/check";
        gate.needsStepUp(screen.caller(), here);
        var _ = gate.opened(screen, here);
        DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DraftPages.DRAFTS);
        List<SecretAnswer.Hindered<DraftView>> faults =
                gate.value(services.drafts().check(screen.caller(), draft.id()), DraftPages.page(id));
        model.addAttribute("draft", draft);
        model.addAttribute("against", faults);
        model.addAttribute(
                "releasers",
                gate.value(
                        services.drafts()
                                .releasers(screen.caller(), draft.fields().level()),
                        DraftPages.page(id)));
        return "secretdesk/check";
    }

    @PostMapping(DRAFT + "/submit")
    String submit(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(name = "releaser", defaultValue = "") List<String> releasers,
            HttpServletRequest request,
            RedirectAttributes flash) {
        List<LoginName> chosen = releasers.stream()
                .filter(login -> !login.isBlank())
                .flatMap(login -> LoginName.parse(login).stream())
                .toList();
        DraftView _ = gate.value(
                services.drafts().submit(gate.caller(request), Gate.draft(id), version, chosen),
                DraftPages.page(id) + "/check");
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.submitted"));
        return "redirect:" + DraftPages.page(id);
    }

    /** The number of its line becomes the number of a draft that has none. */
    @PostMapping(DRAFT + "/register")
    String register(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "1") String copies,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes flash) {
        int many = copies.strip().matches("[1-9][0-9]{0,3}") ? Integer.parseInt(copies.strip()) : 1;
        BookLine line = gate.value(
                services.books().registerDraft(gate.caller(request), Gate.draft(id), unit.strip(), many, note.strip()),
                DraftPages.page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.registered", line.number()));
        return "redirect:" + DraftPages.page(id);
    }

    @PostMapping(DRAFT + "/withdraw")
    String withdraw(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        DraftView _ = gate.value(services.drafts().withdraw(gate.caller(request), Gate.draft(id)), DraftPages.page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.withdrawn"));
        return "redirect:" + DraftPages.page(id);
    }

    @GetMapping(DRAFT + "/remove")
    String ask(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Screen screen = gate.screen(request, response, model);
        var _ = gate.frame(screen);
        DraftView draft = gate.value(services.drafts().find(screen.caller(), Gate.draft(id)), DraftPages.DRAFTS);
        model.addAttribute("draft", draft);
        return "secretdesk/remove";
    }

    @PostMapping(DRAFT + "/remove")
    String removed(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        Boolean _ = gate.value(services.drafts().remove(gate.caller(request), Gate.draft(id)), DraftPages.page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.removed"));
        return "redirect:" + DraftPages.DRAFTS;
    }

    /** Both persons stop and take back here. */
    @PostMapping(DRAFT + "/stop")
    String stop(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        DraftView _ = gate.value(services.releases().stop(gate.caller(request), Gate.draft(id)), DraftPages.page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.stopped"));
        return "redirect:" + DraftPages.page(id);
    }

    @PostMapping(DRAFT + "/recall")
    String recall(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Integer back = gate.value(
                services.releases().recall(gate.caller(request), Gate.draft(id), reason.strip()), DraftPages.page(id));
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("secret.recalled", back));
        return "redirect:" + DraftPages.page(id);
    }
}
