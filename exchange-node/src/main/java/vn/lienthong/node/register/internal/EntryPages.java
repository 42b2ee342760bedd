package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.crypto.pdf.ArrivalStampPdf;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.ChangeAnswer;
import vn.lienthong.node.register.HandlingWords;
import vn.lienthong.node.register.Prints;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.register.Registers;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.NothingHereException;
import vn.lienthong.node.web.Notice;

/** A line of a book: what it says, handing over, cancelling, its history and its papers. */
@InNodeRole
@Controller
class EntryPages {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final Registers registers;
    private final Prints prints;
    private final RegisterEvents events;
    private final TransactionTemplate transactions;

    EntryPages(
            RegisterDoor door,
            BookShelf shelf,
            Registers registers,
            Prints prints,
            RegisterEvents events,
            TransactionTemplate transactions) {
        this.door = door;
        this.shelf = shelf;
        this.registers = registers;
        this.prints = prints;
        this.events = events;
        this.transactions = transactions;
    }

    @GetMapping("/registers/{book}/entries/{entry}")
    String show(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @PathVariable String entry,
            Model model) {
        Book shown = door.book(person, book);
        RegisterEntry line = door.entry(shown, entry);
        events.viewed(shown, "entry " + line.id());
        fill(person, shown, line, typed(line), model);
        return "register/entry";
    }

    private static Map<String, String> typed(RegisterEntry line) {
        Map<String, String> typed = new HashMap<>();
        typed.put("receivers", line.receivers());
        LocalDate moved = line.movedOn();
        typed.put("moved", moved == null ? "" : DateText.write(moved));
        typed.put("signed", line.signedFor());
        typed.put("note", line.note());
        return typed;
    }

    private void fill(Person person, Book book, RegisterEntry line, Map<String, String> typed, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("entry", line);
        model.addAttribute("typed", typed);
        model.addAttribute("history", registers.history(book.agency(), line.id()));
        model.addAttribute("incoming", book.kind() == BookKind.INCOMING);
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS, book.agency()));
    }

    @PostMapping("/registers/{book}/entries/{entry}/delivery")
    ModelAndView deliver(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @PathVariable String entry,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        RegisterEntry line = door.entry(of, entry);
        FormFaults faults = new FormFaults();
        String moved = typed.getOrDefault("moved", "").strip();
        Optional<LocalDate> movedOn = DateText.date(moved, shelf.today());
        if (!moved.isEmpty() && movedOn.isEmpty()) {
            faults.add("moved", "ui.date.wrong");
        }
        if (movedOn.filter(date -> date.isBefore(line.enteredOn())).isPresent()) {
            faults.add("moved", "register.moved.before", DateText.write(line.enteredOn()));
        }
        String signed = bounded("signed", typed, LONGEST_NAME, faults);
        String receivers = bounded("receivers", typed, 1000, faults);
        String note = bounded("note", typed, LONGEST_REASON, faults);
        if (faults.any()) {
            return again(person, of, line, typed, faults, model, HttpStatus.OK);
        }
        Registers.Delivery delivery = new Registers.Delivery(receivers, movedOn.orElse(null), signed, note);
        int version = RegisterAccess.number(typed.getOrDefault("version", ""))
                .map(Long::intValue)
                .orElse(0);
        return after(
                registers.delivered(of.agency(), line.id(), delivery, version, person.login()),
                "register.entry.saved",
                person,
                of,
                typed,
                model,
                redirect);
    }

    private static String bounded(String field, Map<String, String> typed, int most, FormFaults faults) {
        String text = typed.getOrDefault(field, "").strip().replace("\r\n", "\n");
        if (text.length() > most) {
            faults.add(field, "register.too-long", most);
        }
        return text;
    }

    @PostMapping("/registers/{book}/entries/{entry}/cancel")
    ModelAndView cancel(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @PathVariable String entry,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        RegisterEntry line = door.entry(of, entry);
        String reason = typed.getOrDefault("reason", "").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            FormFaults faults = new FormFaults();
            faults.add("reason", "register.cancel.reason.wrong", SHORTEST_REASON, LONGEST_REASON);
            Map<String, String> kept = typed(line);
            kept.put("reason", reason);
            return again(person, of, line, kept, faults, model, HttpStatus.OK);
        }
        ChangeAnswer answer =
                transactions.execute(_ -> registers.cancel(of.agency(), line.id(), reason, person.login()));
        return after(
                answer == null ? new ChangeAnswer.Unknown() : answer,
                "register.entry.cancelled",
                person,
                of,
                typed,
                model,
                redirect);
    }

    private ModelAndView after(
            ChangeAnswer answer,
            String done,
            Person person,
            Book book,
            Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        return switch (answer) {
            case ChangeAnswer.Done(RegisterEntry now) -> {
                redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success(done, now.display()));
                yield new ModelAndView("redirect:/registers/" + book.id() + "/entries/" + now.id());
            }
            case ChangeAnswer.Overtaken(RegisterEntry now) -> {
                model.addAttribute(
                        Notice.ATTRIBUTE,
                        Notice.warning(
                                "register.overtaken",
                                now.changed().by(),
                                DateText.write(now.changed().at())));
                yield again(person, book, now, typed, new FormFaults(), model, HttpStatus.CONFLICT);
            }
            case ChangeAnswer.Cancelled(RegisterEntry now) -> {
                model.addAttribute(Notice.ATTRIBUTE, Notice.warning("register.cancelled.already", now.display()));
                yield again(person, book, now, typed, new FormFaults(), model, HttpStatus.CONFLICT);
            }
            case ChangeAnswer.Unknown() -> throw new NothingHereException();
        };
    }

    private ModelAndView again(
            Person person,
            Book book,
            RegisterEntry line,
            Map<String, String> typed,
            FormFaults faults,
            Model model,
            HttpStatus status) {
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        fill(person, book, line, typed, model);
        ModelAndView page = new ModelAndView("register/entry", model.asMap());
        page.setStatus(status);
        return page;
    }

    @GetMapping("/registers/{book}/entries/{entry}/slip")
    ResponseEntity<StreamingResponseBody> slip(
            @AuthenticationPrincipal Person person, @PathVariable String book, @PathVariable String entry) {
        RegisterEntry line = incoming(person, book, entry);
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/registers/" + line.book() + "/entries/" + line.id())
                .toUriString();
        return Downloads.answer(Optional.of(prints.handlingSlip(line, HandlingWords.BLANK, link)));
    }

    @GetMapping("/registers/{book}/entries/{entry}/stamp")
    ResponseEntity<StreamingResponseBody> stamp(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String paper) {
        RegisterEntry line = incoming(person, book, entry);
        ArrivalStampPdf.Paper chosen = switch (paper) {
            case "left" -> ArrivalStampPdf.Paper.OVER_LEFT;
            case "right" -> ArrivalStampPdf.Paper.OVER_RIGHT;
            default -> ArrivalStampPdf.Paper.ALONE;
        };
        Download stamp = prints.arrivalStamp(line, chosen);
        return Downloads.answer(Optional.of(stamp));
    }

    private RegisterEntry incoming(Person person, String book, String entry) {
        RegisterEntry line = door.entry(door.book(person, book), entry);
        if (line.kind() != BookKind.INCOMING) {
            throw new NothingHereException();
        }
        return line;
    }
}
