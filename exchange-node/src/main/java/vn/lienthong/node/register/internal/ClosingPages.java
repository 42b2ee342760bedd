package vn.lienthong.node.register.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.register.GapReport;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.FormFaults;

/** Closing a book after a look at its gaps, and opening it again by two persons. */
@InNodeRole
@Controller
class ClosingPages {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final RegisterDoor door;
    private final BookKeeping keeping;
    private final GapReports gaps;

    ClosingPages(RegisterDoor door, BookKeeping keeping, GapReports gaps) {
        this.door = door;
        this.keeping = keeping;
        this.gaps = gaps;
    }

    @GetMapping("/registers/{book}/close")
    String ask(@AuthenticationPrincipal Person person, @PathVariable String book, Model model) {
        fill(person, door.book(person, book), new HashMap<>(), model);
        return "register/close";
    }

    private void fill(Person person, Book book, Map<String, String> typed, Model model) {
        List<GapReport> reports = gaps.of(book.id());
        String asker = book.status().askedBy();
        model.addAttribute("book", book);
        model.addAttribute("reports", reports);
        model.addAttribute("clean", reports.stream().allMatch(GapReport::isClean));
        model.addAttribute("closed", book.status().state() == Book.State.CLOSED);
        model.addAttribute("asker", asker);
        model.addAttribute(
                "second", asker != null && !asker.equals(person.login().value()));
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS, book.agency()));
        model.addAttribute("typed", typed);
    }

    @PostMapping("/registers/{book}/close")
    String close(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book closing = door.kept(person, book);
        boolean seen =
                typed.containsKey("seen") || gaps.of(closing.id()).stream().allMatch(GapReport::isClean);
        if (!seen) {
            return wrong(person, closing, typed, "seen", "register.close.seen.missing", model);
        }
        return KeptVersion.tell(
                keeping.close(KeptVersion.of(closing, typed), person.login()),
                "register.close.done",
                "/registers/" + closing.id() + "/close",
                redirect);
    }

    @PostMapping("/registers/{book}/reopen")
    String askReopen(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book closed = door.kept(person, book);
        String reason = typed.getOrDefault("reason", "").strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            return wrong(person, closed, typed, "reason", "register.reopen.reason.wrong", model);
        }
        return KeptVersion.tell(
                keeping.askReopen(KeptVersion.of(closed, typed), reason, person.login()),
                "register.reopen.asked",
                "/registers/" + closed.id() + "/close",
                redirect);
    }

    @PostMapping("/registers/{book}/reopen/decision")
    String decide(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        Book closed = door.book(person, book);
        boolean agreed = "yes".equals(typed.get("decision"));
        return KeptVersion.tell(
                keeping.decideReopen(KeptVersion.of(closed, typed), agreed, person.login()),
                agreed ? "register.reopen.done" : "register.reopen.declined",
                "/registers/" + closed.id() + "/close",
                redirect);
    }

    private String wrong(Person person, Book book, Map<String, String> typed, String field, String key, Model model) {
        FormFaults faults = new FormFaults();
        faults.add(field, key, SHORTEST_REASON, LONGEST_REASON);
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        fill(person, book, typed, model);
        return "register/close";
    }
}
