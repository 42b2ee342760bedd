package vn.lienthong.node.statement.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Reach;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.SenderAnswer.Result;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** C12: what a clerk does with a document that was sent: take back, replace, correct, change, remind. */
@Controller
@InNodeRole
class RecallPages {

    private static final int OTHERS = 50;

    private final SenderActs acts;
    private final Dispatches dispatches;
    private final StatementAccess access;

    RecallPages(SenderActs acts, Dispatches dispatches, StatementAccess access) {
        this.acts = acts;
        this.dispatches = dispatches;
        this.access = access;
    }

    @GetMapping("/recalls/{parcelId}")
    String page(@AuthenticationPrincipal Person person, @PathVariable String parcelId, Model model) {
        Set<AgencyCode> agencies = access.reader(person);
        ParcelId parcel = parcel(parcelId);
        List<Reach> reach = reach(agencies, parcel);
        access.viewed(parcel, reach.getFirst().sent().sender());
        show(person, parcel, reach, new ActForm(), model);
        return "statement/recall";
    }

    @PostMapping("/recalls/{parcelId}")
    String act(
            @AuthenticationPrincipal Person person,
            @PathVariable String parcelId,
            @ModelAttribute("form") ActForm form,
            Model model,
            RedirectAttributes redirect) {
        Set<AgencyCode> agencies = access.clerk(person);
        ParcelId parcel = parcel(parcelId);
        List<Reach> reach = reach(agencies, parcel);
        FormFaults faults = new FormFaults();
        Optional<SenderAnswer> answer = answer(agencies, parcel, form, faults);
        if (answer.isPresent() && answer.get() instanceof SenderAnswer.Done done) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, notice(done));
            return "redirect:/recalls/" + parcel;
        }
        answer.ifPresent(given -> note(given, faults));
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        show(person, parcel, reach, form, model);
        return "statement/recall";
    }

    private Optional<SenderAnswer> answer(Set<AgencyCode> agencies, ParcelId parcel, ActForm form, FormFaults faults) {
        Optional<StatementWords> words = words(form.getReason(), faults);
        if (form.getRecipients().isEmpty()) {
            faults.add("recipients", "statement.fault.recipients");
        }
        Optional<ParcelId> other = ParcelId.parse(form.getOther());
        if (needsOther(form) && other.isEmpty()) {
            faults.add("other", "statement.fault.other");
        }
        if (form.lines().stream().anyMatch(line -> line.length() > StatementDetail.MAX_CHANGE)) {
            faults.add("changes", "statement.fault.changes");
        }
        if (faults.any() || words.isEmpty()) {
            return Optional.empty();
        }
        SenderAct act = new SenderAct(parcel, agencies, form.codes(), words.get(), null);
        return Optional.of(
                switch (form.getAct()) {
                    case "remind" -> acts.remind(act);
                    case "update" -> acts.update(act, form.lines());
                    case "replace" -> acts.replace(act, other.orElseThrow());
                    case "correct" -> acts.correct(act, other.orElseThrow());
                    default -> acts.recall(act);
                });
    }

    private static boolean needsOther(ActForm form) {
        return form.getAct().equals("replace") || form.getAct().equals("correct");
    }

    static Optional<StatementWords> words(String typed, FormFaults faults) {
        try {
            return Optional.of(StatementWords.of(typed.strip().replace("\r", "")));
        } catch (IllegalArgumentException tooLong) {
            faults.add("reason", "statement.fault.reason.long", StatementWords.MAX_TEXT);
            return Optional.empty();
        }
    }

    private static void note(SenderAnswer answer, FormFaults faults) {
        if (answer instanceof SenderAnswer.Faulty(SenderAnswer.Fault fault)) {
            switch (fault) {
                case RECIPIENTS_MISSING, RECIPIENT_FOREIGN -> faults.add("recipients", "statement.fault.recipients");
                case REASON_MISSING -> faults.add("reason", "statement.fault.reason");
                case OTHER_UNKNOWN -> faults.add("other", "statement.fault.other");
                case CHANGES_WRONG -> faults.add("changes", "statement.fault.changes");
            }
        }
    }

    private static Notice notice(SenderAnswer.Done done) {
        long sent = done.count(Result.SENT);
        long stopped = done.count(Result.STOPPED);
        long others = done.results().size() - sent - stopped;
        return others == 0
                ? Notice.success("statement.done", sent, stopped)
                : Notice.warning("statement.done.partly", sent, stopped, others);
    }

    private void show(Person person, ParcelId parcel, List<Reach> reach, ActForm form, Model model) {
        AgencyCode sender = reach.getFirst().sent().sender();
        model.addAttribute("parcel", parcel.toString());
        model.addAttribute("place", access.place(parcel, sender).orElse(null));
        model.addAttribute(
                "document",
                dispatches.find(sender, parcel).map(Dispatch::document).orElse(null));
        model.addAttribute("reach", reach);
        model.addAttribute("form", form);
        model.addAttribute("mayAct", person.is(Role.CLERK, sender));
        model.addAttribute(
                "others",
                dispatches.list(sender, Optional.empty(), OTHERS).stream()
                        .filter(dispatch -> !dispatch.parcelId().equals(parcel))
                        .toList());
    }

    private List<Reach> reach(Set<AgencyCode> agencies, ParcelId parcel) {
        List<Reach> reach = acts.reach(agencies, parcel);
        if (reach.isEmpty()) {
            throw access.absent("recalls/" + parcel);
        }
        return reach;
    }

    private ParcelId parcel(String text) {
        return ParcelId.parse(text).orElseThrow(() -> access.absent("recalls/-"));
    }
}
