package vn.lienthong.node.outgoing.internal.sending;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Drafts;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Notice;

/** The check before sending, the one button that sends, and the one that takes it back. */
@InNodeRole
@Controller
class SendPages {

    private static final String PATH = "/outgoing/{id}";

    private final Drafts drafts;
    private final DraftFiles files;
    private final RecipientLines recipients;
    private final Preflight preflight;
    private final OutgoingNumbering numbering;
    private final Issuing issuing;

    SendPages(
            Drafts drafts,
            DraftFiles files,
            RecipientLines recipients,
            Preflight preflight,
            OutgoingNumbering numbering,
            Issuing issuing) {
        this.drafts = drafts;
        this.files = files;
        this.recipients = recipients;
        this.preflight = preflight;
        this.numbering = numbering;
        this.issuing = issuing;
    }

    @GetMapping(PATH + "/check")
    String check(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Outgoing document = drafts.edit(clerk, new OutgoingId(id));
        if (!document.state().isOpen()) {
            return "redirect:/outgoing/" + id;
        }
        show(model, document, preflight.check(document), Set.of());
        return "outgoing/check";
    }

    private void show(Model model, Outgoing document, Checklist checklist, Set<String> ticked) {
        var all = files.of(document.id());
        model.addAttribute("document", document);
        model.addAttribute("checklist", checklist);
        model.addAttribute("ticked", ticked);
        model.addAttribute("fileCount", all.size());
        model.addAttribute("octets", all.stream().mapToLong(DraftFile::size).sum());
        model.addAttribute("recipients", recipients.of(document.id()));
        boolean given = document.number().isEmpty() && document.typed().ticked(Field.NUMBERED);
        String typed = document.typed().line(Field.NUMBER);
        String number = document.number().isEmpty()
                ? numbering.expected(document, document.typed()).orElse(typed)
                : document.code();
        model.addAttribute("given", given);
        model.addAttribute("number", number);
    }

    @PostMapping(PATH + "/send")
    String send(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam long version,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        Set<String> ticked = new HashSet<>(parameters.keySet());
        ticked.removeIf(name -> !name.startsWith("ok-"));
        String page = "redirect:/outgoing/" + id;
        return switch (issuing.issue(clerk, new OutgoingId(id), version, ticked)) {
            case IssueAnswer.Issued(Outgoing document) -> {
                redirect.addFlashAttribute(
                        Notice.ATTRIBUTE, Notice.success("outgoing.issued", document.code(), document.recipients()));
                yield page;
            }
            case IssueAnswer.Already _ -> page;
            case IssueAnswer.Changed() -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("outgoing.changed"));
                yield page + "/check";
            }
            case IssueAnswer.NotReady(Checklist checklist) -> {
                show(model, drafts.edit(clerk, new OutgoingId(id)), checklist, ticked);
                model.addAttribute("notReady", true);
                yield "outgoing/check";
            }
            case IssueAnswer.NoNumber(String key, var arguments) -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(key, arguments.toArray()));
                yield page + "/check";
            }
        };
    }

    @PostMapping(PATH + "/undo")
    String undo(@AuthenticationPrincipal Person clerk, @PathVariable long id, RedirectAttributes redirect) {
        boolean held = issuing.holdBack(clerk, new OutgoingId(id));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE, held ? Notice.success("outgoing.undone") : Notice.warning("outgoing.undo.late"));
        return "redirect:/outgoing/" + id + (held ? "/edit" : "");
    }
}
