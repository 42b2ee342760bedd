package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.Filing;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Lưu hồ sơ: a document is put away into a case folder, and can be taken out again. */
@Controller
@InNodeRole
class FilingPages {

    private static final String VIEW = "incoming/file";
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_TITLE = 200;

    private final Reach reach;
    private final Filing filing;
    private final Answers answers;

    FilingPages(Reach reach, Filing filing, PageTools tools) {
        this.reach = reach;
        this.filing = filing;
        this.answers = tools.answers();
    }

    @GetMapping("/incoming/{id}/file")
    String form(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        Map<String, String> typed = new HashMap<>();
        typed.put("code", document.folder().code());
        typed.put("title", document.folder().title());
        show(document, typed, model);
        return VIEW;
    }

    @PostMapping("/incoming/{id}/file")
    String file(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        FormFaults faults = new FormFaults();
        String code = line(typed, "code", LONGEST_CODE, faults);
        String title = line(typed, "title", LONGEST_TITLE, faults);
        if (code.isEmpty() && title.isEmpty()) {
            faults.add("code", "incoming.file.missing");
        }
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(document, typed, model);
            return VIEW;
        }
        Outcome outcome = filing.file(clerk, id, version(typed), code, title);
        if (outcome instanceof Outcome.Done(IncomingDocument done)) {
            redirect.addFlashAttribute(
                    Notice.ATTRIBUTE,
                    Notice.success("incoming.filed", done.name(), done.folder().display()));
            return "redirect:/incoming/" + id;
        }
        return answers.other(outcome, id, (code + " " + title).strip(), model, response, redirect);
    }

    @PostMapping("/incoming/{id}/unfile")
    String unfile(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        Outcome outcome = filing.unfile(clerk, document(clerk, id).id(), version(typed));
        if (outcome instanceof Outcome.Done(IncomingDocument done)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.unfiled", done.name()));
            return "redirect:/incoming/" + id;
        }
        return answers.other(outcome, id, "", model, response, redirect);
    }

    private static int version(Map<String, String> typed) {
        String version = typed.getOrDefault("version", "");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static String line(Map<String, String> typed, String field, int longest, FormFaults faults) {
        String text = typed.getOrDefault(field, "")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        if (text.length() > longest) {
            faults.add(field, "incoming.file.long", longest);
        }
        return text;
    }

    private static void show(IncomingDocument document, Map<String, String> typed, Model model) {
        model.addAttribute("document", document);
        model.addAttribute("typed", typed);
    }

    private IncomingDocument document(Person clerk, long id) {
        return reach.findAs(Role.CLERK, clerk, id).orElseThrow(NothingHereException::new);
    }
}
