package vn.lienthong.node.statement.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentTrace;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.Request;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** C13: a request of a sender, what has already happened to the document here, and the answer. */
@Controller
@InNodeRole
class RequestPages {

    private final RecipientActs acts;
    private final Inbox inbox;
    private final ObjectProvider<DocumentTrace> traces;
    private final StatementAccess access;

    RequestPages(RecipientActs acts, Inbox inbox, ObjectProvider<DocumentTrace> traces, StatementAccess access) {
        this.acts = acts;
        this.inbox = inbox;
        this.traces = traces;
        this.access = access;
    }

    @GetMapping("/recall-requests/{parcelId}/{recipient}")
    String page(
            @AuthenticationPrincipal Person person,
            @PathVariable String parcelId,
            @PathVariable String recipient,
            Model model) {
        Set<AgencyCode> agencies = access.reader(person);
        Request request = request(agencies, parcelId, recipient);
        access.viewed(request.arrived().parcelId(), request.arrived().recipient());
        show(person, request, new AnswerForm(), model);
        return "statement/request";
    }

    @PostMapping("/recall-requests/{parcelId}/{recipient}")
    String answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String parcelId,
            @PathVariable String recipient,
            @ModelAttribute("form") AnswerForm form,
            Model model,
            RedirectAttributes redirect) {
        Set<AgencyCode> agencies = access.clerk(person);
        Request asked = request(agencies, parcelId, recipient);
        FormFaults faults = new FormFaults();
        Optional<Notice> notice = answer(agencies, asked, form, faults);
        if (notice.isPresent()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, notice.get());
            return "redirect:/recall-requests/" + asked.arrived().parcelId() + "/"
                    + asked.arrived().recipient();
        }
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        show(person, asked, form, model);
        return "statement/request";
    }

    private Optional<Notice> answer(Set<AgencyCode> agencies, Request asked, AnswerForm form, FormFaults faults) {
        Optional<StatementWords> words = RecallPages.words(form.getReason(), faults);
        if (!form.isDecided()) {
            faults.add("decision", "statement.fault.decision");
        }
        if (faults.any() || words.isEmpty()) {
            return Optional.empty();
        }
        Optional<StatementId> named = StatementId.parse(form.getRequest());
        if (named.isEmpty()) {
            return Optional.of(Notice.warning("statement.answered.gone"));
        }
        RecipientAct act = new RecipientAct(
                asked.arrived().parcelId(), agencies, asked.arrived().recipient(), named.get(), words.get(), null);
        return notice(form.isAgreed() ? acts.agree(act) : acts.decline(act), faults);
    }

    private static Optional<Notice> notice(RecipientAnswer answer, FormFaults faults) {
        return switch (answer) {
            case RecipientAnswer.Done done ->
                Optional.of(Notice.success(done.closed() ? "statement.answered.closed" : "statement.answered"));
            case RecipientAnswer.Answered _ -> Optional.of(Notice.warning("statement.answered.before"));
            case RecipientAnswer.Absent() -> Optional.of(Notice.warning("statement.answered.gone"));
            case RecipientAnswer.NotPossible _ -> Optional.of(Notice.warning("statement.answered.impossible"));
            case RecipientAnswer.ReasonMissing() -> {
                faults.add("reason", "statement.fault.reason");
                yield Optional.empty();
            }
        };
    }

    private void show(Person person, Request request, AnswerForm form, Model model) {
        ParcelId parcel = request.arrived().parcelId();
        AgencyCode recipient = request.arrived().recipient();
        model.addAttribute("request", request);
        model.addAttribute("place", access.place(parcel, recipient).orElse(null));
        model.addAttribute("asked", request.asked().statement());
        model.addAttribute("form", form);
        model.addAttribute("mayAct", person.is(Role.CLERK, recipient) && request.isOpen());
        model.addAttribute(
                "document",
                inbox.find(Set.of(recipient), request.arrived().entryId())
                        .map(InboxEntry::document)
                        .orElse(null));
        List<String> steps = traces.orderedStream()
                .flatMap(trace -> trace.of(parcel, recipient, LocaleContextHolder.getLocale()).stream())
                .toList();
        model.addAttribute("steps", steps);
    }

    private Request request(Set<AgencyCode> agencies, String parcelId, String recipient) {
        return ParcelId.parse(parcelId)
                .filter(_ -> AgencyCode.check(recipient) instanceof AgencyCodeCheck.Valid)
                .flatMap(parcel -> acts.request(agencies, parcel, new AgencyCode(recipient)))
                .orElseThrow(() -> access.absent("recall-requests"));
    }
}
