package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.Delegations;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.work.AssignOrder;
import vn.lienthong.node.incoming.internal.work.Opinions;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.incoming.internal.work.Routing;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** What waits for a leader's instruction, and the instruction itself; made for a thumb. */
@Controller
@InNodeRole
class OpinionPages {

    private static final List<String> PHRASES = List.of("lead", "know", "report");
    private static final String KNOW = "know";

    private final Opinions opinions;
    private final Routing routing;
    private final RoutingModel shown;
    private final Registration registration;
    private final DocumentFiles files;
    private final MessageSource messages;
    private final PageTools tools;

    OpinionPages(
            Opinions opinions,
            Routing routing,
            RoutingModel shown,
            Registration registration,
            DocumentFiles files,
            MessageSource messages,
            PageTools tools) {
        this.opinions = opinions;
        this.routing = routing;
        this.shown = shown;
        this.registration = registration;
        this.files = files;
        this.messages = messages;
        this.tools = tools;
    }

    @GetMapping("/opinions")
    String waiting(@AuthenticationPrincipal Person leader, Locale language, Model model) {
        List<IncomingDocument> waiting = opinions.waiting(leader);
        model.addAttribute(
                "lines",
                waiting.stream()
                        .map(document -> tools.presentation().line(document, language))
                        .toList());
        model.addAttribute("asked", opinions.asked(leader));
        return "incoming/opinions";
    }

    @GetMapping("/incoming/{id}/instruct")
    String form(@AuthenticationPrincipal Person leader, @PathVariable long id, Model model) {
        IncomingDocument document = document(leader, id);
        tools.looks().viewed(document);
        show(leader, document, new LinkedMultiValueMap<>(), model);
        return "incoming/instruct";
    }

    private void show(Person leader, IncomingDocument document, MultiValueMap<String, String> typed, Model model) {
        shown.show(leader, document, typed, model);
        List<Attachment> attachments = files.of(document);
        int pdf = 0;
        for (int number = attachments.size(); number >= 1; number--) {
            pdf = DocumentFiles.isPdf(attachments.get(number - 1)) ? number : pdf;
        }
        model.addAttribute("pdf", pdf);
        model.addAttribute("phrases", PHRASES);
        model.addAttribute("phrase", AssignForm.first(typed, "phrase"));
        model.addAttribute(
                "behalf",
                opinions.covering(leader, document)
                        .map(Delegations.Delegation::from)
                        .orElse(null));
    }

    @PostMapping("/incoming/{id}/instruct")
    String instruct(
            @AuthenticationPrincipal Person leader,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        IncomingDocument document = document(leader, id);
        FormFaults faults = new FormFaults();
        Optional<Outcome> outcome = decided(leader, document, typed, language, faults);
        if (outcome.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(leader, document, typed, model);
            return "incoming/instruct";
        }
        if (outcome.get() instanceof Outcome.Done(IncomingDocument done)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.instructed", done.name()));
            return next(leader);
        }
        return tools.answers().other(outcome.get(), id, AssignForm.first(typed, "words"), model, response, redirect);
    }

    private Optional<Outcome> decided(
            Person leader,
            IncomingDocument document,
            MultiValueMap<String, String> typed,
            Locale language,
            FormFaults faults) {
        AssignForm form = new AssignForm(typed, faults, registration.today());
        int version = AssignForm.version(typed);
        String words = form.words();
        if (AssignForm.first(typed, "then").equals("return")) {
            if (words.isEmpty()) {
                faults.add("words", "incoming.return.why");
            }
            return faults.any()
                    ? Optional.empty()
                    : Optional.of(routing.giveBack(leader, document.id(), version, words));
        }
        String phrase = AssignForm.first(typed, "phrase");
        if (phrase.equals(KNOW) && AssignForm.first(typed, "lead").isEmpty()) {
            String all = joined(phrase(KNOW, typed, "", language), words);
            return faults.any() ? Optional.empty() : Optional.of(routing.file(leader, document.id(), version, all));
        }
        Optional<AssignOrder> order = form.order(shown.parties(leader, document), "")
                .map(given -> new AssignOrder(
                        given.lead(),
                        given.support(),
                        given.inform(),
                        given.dueOn(),
                        joined(phrase(phrase, typed, given.lead().name(), language), words)));
        return faults.any()
                ? Optional.empty()
                : order.map(given -> routing.assign(leader, document.id(), version, given));
    }

    private String phrase(String phrase, MultiValueMap<String, String> typed, String lead, Locale language) {
        return PHRASES.contains(phrase)
                ? messages.getMessage(
                        "incoming.phrase." + phrase + ".words",
                        new Object[] {lead, AssignForm.first(typed, "due")},
                        language)
                : "";
    }

    private static String joined(String first, String rest) {
        List<String> parts = new ArrayList<>(
                Stream.of(first, rest).filter(text -> !text.isEmpty()).toList());
        return String.join(" ", parts);
    }

    private String next(Person leader) {
        return opinions.waiting(leader).stream()
                .findFirst()
                .map(document -> "redirect:/incoming/" + document.id() + "/instruct")
                .orElse("redirect:/opinions");
    }

    /** Only what lies before this leader, or before somebody for whom this person acts. */
    private IncomingDocument document(Person leader, long id) {
        return opinions.find(leader, id).orElseThrow(NothingHereException::new);
    }
}
