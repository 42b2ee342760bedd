package vn.lienthong.node.incoming.internal.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
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
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Queue;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.work.AssignOrder;
import vn.lienthong.node.incoming.internal.work.Outcome;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.incoming.internal.work.Routing;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** The clerk lays a document before a leader, or gives it to those who handle it. */
@Controller
@InNodeRole
class SubmitPages {

    private static final String VIEW = "incoming/submit";

    private final Reach reach;
    private final Routing routing;
    private final RoutingModel shown;
    private final Registration registration;
    private final DocumentLists lists;
    private final Answers answers;

    SubmitPages(
            Reach reach,
            Routing routing,
            RoutingModel shown,
            Registration registration,
            DocumentLists lists,
            PageTools tools) {
        this.reach = reach;
        this.routing = routing;
        this.shown = shown;
        this.registration = registration;
        this.lists = lists;
        this.answers = tools.answers();
    }

    @GetMapping("/incoming/{id}/submit")
    String form(@AuthenticationPrincipal Person clerk, @PathVariable long id, Model model) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        shown.leaders(clerk, document).stream().findFirst().ifPresent(first -> typed.add("leader", first.value()));
        shown.show(clerk, document, typed, model);
        return VIEW;
    }

    @PostMapping("/incoming/{id}/submit")
    String submit(
            @AuthenticationPrincipal Person clerk,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Roles.requireClerk(clerk);
        IncomingDocument document = document(clerk, id);
        FormFaults faults = new FormFaults();
        Optional<Outcome> outcome = AssignForm.first(typed, "then").equals("assign")
                ? assign(clerk, document, typed, faults)
                : lay(clerk, document, typed, faults);
        if (outcome.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            shown.show(clerk, document, typed, model);
            return VIEW;
        }
        if (outcome.get() instanceof Outcome.Done(IncomingDocument done)) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("incoming.submitted", done.name()));
            return next(clerk);
        }
        return answers.other(outcome.get(), id, AssignForm.first(typed, "words"), model, response, redirect);
    }

    private Optional<Outcome> lay(
            Person clerk, IncomingDocument document, MultiValueMap<String, String> typed, FormFaults faults) {
        AssignForm form = new AssignForm(typed, faults, registration.today());
        Optional<Party> leader = form.one("leader", shown.leaders(clerk, document), "incoming.leader.missing");
        LocalDate due = form.due().orElse(null);
        String words = form.words();
        return faults.any()
                ? Optional.empty()
                : leader.map(
                        party -> routing.submit(clerk, document.id(), AssignForm.version(typed), party, words, due));
    }

    private Optional<Outcome> assign(
            Person clerk, IncomingDocument document, MultiValueMap<String, String> typed, FormFaults faults) {
        AssignForm form = new AssignForm(typed, faults, registration.today());
        Optional<AssignOrder> order = form.order(shown.parties(clerk, document), form.words());
        return faults.any()
                ? Optional.empty()
                : order.map(given -> routing.assign(clerk, document.id(), AssignForm.version(typed), given));
    }

    private String next(Person clerk) {
        return lists.read(reach.wholeCodes(clerk), Queue.REGISTERED, "", Optional.empty(), 1).documents().stream()
                .findFirst()
                .map(document -> "redirect:/incoming/" + document.id() + "/submit")
                .orElse("redirect:/incoming?tab=submitted");
    }

    private IncomingDocument document(Person clerk, long id) {
        return reach.findAs(Role.CLERK, clerk, id).orElseThrow(NothingHereException::new);
    }
}
