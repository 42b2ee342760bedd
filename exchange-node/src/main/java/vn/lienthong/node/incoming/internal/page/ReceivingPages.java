package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Receiving;
import vn.lienthong.node.incoming.internal.work.RefusalReason;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** Accepting, refusing, and telling the security officer. */
@Controller
@InNodeRole
class ReceivingPages {

    private static final int SHORTEST = 10;
    private static final int LONGEST_TOLD = 400;
    private static final int LONGEST_REPORT = 1000;

    private final Reach reach;
    private final Receiving receiving;
    private final DocumentLists lists;
    private final Answers answers;

    ReceivingPages(Reach reach, Receiving receiving, DocumentLists lists, PageTools tools) {
        this.reach = reach;
        this.receiving = receiving;
        this.lists = lists;
        this.answers = tools.answers();
    }

    @PostMapping("/incoming/{id}/accept")
    String accept(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String then,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        boolean register = then.startsWith("register");
        Outcome outcome =
                register ? receiving.acceptAndRegister(clerk, id, version) : receiving.accept(clerk, id, version);
        if (!(outcome instanceof Outcome.Done(IncomingDocument done))) {
            return answers.other(outcome, id, "", model, response, redirect);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, said(done));
        return then.equals("register-next") ? next(clerk).orElse("redirect:/incoming") : "redirect:/incoming/" + id;
    }

    private static Notice said(IncomingDocument done) {
        var place = done.registration();
        return place == null
                ? Notice.success("incoming.accepted", done.name())
                : Notice.success("incoming.registered", done.name(), place.number());
    }

    /** The next one that waits. */
    private Optional<String> next(Person clerk) {
        return lists.read(reach.wholeCodes(clerk), Queue.WAITING, "", Optional.empty(), 1).documents().stream()
                .findFirst()
                .map(document -> "redirect:/incoming/" + document.id());
    }

    @GetMapping("/incoming/{id}/refuse")
    String askRefuse(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Roles.requireClerk(clerk);
        showRefusal(document(clerk, id), "", "", false, model);
        return "incoming/refuse";
    }

    private static void showRefusal(
            IncomingDocument document, String reason, String text, boolean preview, Model model) {
        model.addAttribute("document", document);
        model.addAttribute("version", document.version());
        model.addAttribute("reason", reason);
        model.addAttribute("text", text);
        model.addAttribute("preview", preview);
        model.addAttribute(
                "reasonKey", RefusalReason.of(reason).map(RefusalReason::key).orElse(""));
        model.addAttribute("reasons", reasons());
    }

    private static List<Choice> reasons() {
        return Stream.concat(
                        Stream.of(Choice.of("", "incoming.refuse.choose")),
                        Stream.of(RefusalReason.values()).map(reason -> Choice.of(reason.name(), reason.key())))
                .toList();
    }

    /** Shows first what the sender will see; refuses when that was seen. */
    @PostMapping("/incoming/{id}/refuse")
    String refuse(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        RefusalForm form = RefusalForm.of(typed);
        IncomingDocument document = document(clerk, id);
        FormFaults faults = new FormFaults();
        Optional<RefusalReason> reason = RefusalReason.of(form.reason());
        if (reason.isEmpty()) {
            faults.add("reason", "incoming.refuse.reason.missing");
        }
        if (form.text().length() < SHORTEST || form.text().length() > LONGEST_TOLD) {
            faults.add("text", "incoming.refuse.text.wrong", SHORTEST, LONGEST_TOLD);
        }
        boolean sure = form.step().equals("send");
        if (faults.any() || reason.isEmpty() || !sure) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            showRefusal(document, form.reason(), form.text(), !faults.any(), model);
            return "incoming/refuse";
        }
        Outcome outcome = receiving.refuse(clerk, id, form.version(), reason.get(), form.text());
        if (outcome instanceof Outcome.Done(IncomingDocument done)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.refused", done.name()));
            return "redirect:/incoming";
        }
        return answers.other(outcome, id, form.text(), model, response, redirect);
    }

    /**
     * What was typed.
     *
     * @param version that the clerk saw
     * @param reason name of the reason
     * @param text words for the sender
     * @param step {@code send} to refuse, anything else to look first
     */
    record RefusalForm(int version, String reason, String text, String step) {

        static RefusalForm of(Map<String, String> typed) {
            String version = typed.getOrDefault("version", "");
            return new RefusalForm(
                    version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1,
                    typed.getOrDefault("reason", ""),
                    typed.getOrDefault("text", "").replace("\r\n", "\n").strip(),
                    typed.getOrDefault("step", ""));
        }
    }

    @GetMapping("/incoming/{id}/abnormal")
    String askReport(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Roles.requireClerk(clerk);
        model.addAttribute("document", document(clerk, id));
        model.addAttribute("words", "");
        return "incoming/abnormal";
    }

    @PostMapping("/incoming/{id}/abnormal")
    String report(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            Model model,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        String text = words.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST_REPORT) {
            FormFaults faults = new FormFaults();
            faults.add("words", "incoming.abnormal.wrong", SHORTEST, LONGEST_REPORT);
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            model.addAttribute("document", document);
            model.addAttribute("words", text);
            return "incoming/abnormal";
        }
        if (!(receiving.report(clerk, id, text) instanceof Outcome.Done)) {
            throw new NothingHereException();
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.abnormal.done"));
        return "redirect:/incoming/" + id;
    }

    private IncomingDocument document(Person clerk, long id) {
        return reach.findAs(Role.CLERK, clerk, id).orElseThrow(NothingHereException::new);
    }
}
