package vn.lienthong.node.incoming.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.crypto.pdf.ArrivalStampPdf;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.incoming.internal.work.Registration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.HandlingWords;
import vn.lienthong.node.register.Prints;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** C18: the handling slip with what is known, and the arrival stamp, of a registered document. */
@Controller
@InNodeRole
class SlipPages {

    private final Reach reach;
    private final Registration registration;
    private final Tasks tasks;
    private final Prints prints;

    SlipPages(Reach reach, Registration registration, Tasks tasks, Prints prints) {
        this.reach = reach;
        this.registration = registration;
        this.tasks = tasks;
        this.prints = prints;
    }

    @GetMapping("/incoming/{id}/slip")
    ResponseEntity<StreamingResponseBody> slip(@AuthenticationPrincipal Person person, @PathVariable long id) {
        IncomingDocument document = document(person, id);
        RegisterEntry entry = entry(person, document);
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/incoming/" + document.id())
                .toUriString();
        List<Task> given = tasks.of(document.id()).stream()
                .filter(task -> task.state() != Task.State.WITHDRAWN)
                .toList();
        return Downloads.answer(Optional.of(prints.handlingSlip(entry, words(given), link)));
    }

    /** What the leader decided and the officer proposes; empty where the pen is to write. */
    static HandlingWords words(List<Task> given) {
        Optional<Task> lead =
                given.stream().filter(task -> task.part() == Task.Part.LEAD).findFirst();
        if (lead.isEmpty()) {
            return HandlingWords.BLANK;
        }
        Task.Order order = lead.get().order();
        Task.Work work = lead.get().work();
        return new HandlingWords(
                order.words(),
                lead.get().party().name(),
                given.stream()
                        .filter(task -> task.part() == Task.Part.SUPPORT)
                        .map(Task::party)
                        .map(Party::name)
                        .collect(Collectors.joining("; ")),
                Optional.ofNullable(order.dueOn()).map(DateText::write).orElse(""),
                DateText.write(WorkingCalendar.date(order.at())),
                "",
                work.result().isEmpty() ? work.progress() : work.result());
    }

    @GetMapping("/incoming/{id}/stamp")
    ResponseEntity<StreamingResponseBody> stamp(
            @AuthenticationPrincipal Person person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String paper) {
        RegisterEntry entry = entry(person, document(person, id));
        ArrivalStampPdf.Paper chosen = switch (paper) {
            case "left" -> ArrivalStampPdf.Paper.OVER_LEFT;
            case "right" -> ArrivalStampPdf.Paper.OVER_RIGHT;
            default -> ArrivalStampPdf.Paper.ALONE;
        };
        return Downloads.answer(Optional.of(prints.arrivalStamp(entry, chosen)));
    }

    private RegisterEntry entry(Person person, IncomingDocument document) {
        return registration.entry(person, document).orElseThrow(NothingHereException::new);
    }

    private IncomingDocument document(Person person, long id) {
        return reach.find(person, id).orElseThrow(NothingHereException::new);
    }
}
