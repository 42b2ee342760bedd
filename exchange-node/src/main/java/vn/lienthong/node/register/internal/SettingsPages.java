package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.register.Period;
import vn.lienthong.core.register.PeriodRule;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** A book's settings: name, keeper, policy, first numbers, the next term; and everything that happened to it. */
@InNodeRole
@Controller
class SettingsPages {
    private static final int ROWS = 50;
    private static final int LONGEST_SERIES = 40;
    private static final int LONGEST_PERIOD = 40;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final BookKeeping keeping;
    private final CounterTable counters;
    private final HistoryTable history;
    private final Accounts accounts;

    SettingsPages(
            RegisterDoor door,
            BookShelf shelf,
            BookKeeping keeping,
            CounterTable counters,
            HistoryTable history,
            Accounts accounts) {
        this.door = door;
        this.shelf = shelf;
        this.keeping = keeping;
        this.counters = counters;
        this.history = history;
        this.accounts = accounts;
    }

    @GetMapping("/registers/{book}/settings")
    String show(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Book shown = door.book(person, book);
        fill(person, shown, BookForm.show(shown), before, model);
        return "register/settings";
    }

    private void fill(Person person, Book book, Map<String, String> typed, String before, Model model) {
        long from = RegisterAccess.number(before).orElse(Long.MAX_VALUE);
        List<HistoryTable.Numbered> lines = history.ofBook(book.id(), from, ROWS + 1);
        boolean more = lines.size() > ROWS;
        List<HistoryTable.Numbered> rows = more ? lines.subList(0, ROWS) : lines;
        model.addAttribute("view", new BookOverview(book, counters.of(book.id()), book.takesEntriesOn(shelf.today())));
        model.addAttribute("typed", typed);
        model.addAttribute("policies", BookForm.policiesOf(book));
        model.addAttribute("history", rows);
        model.addAttribute(
                "next",
                more
                        ? "/registers/" + book.id() + "/settings?before="
                                + rows.getLast().number()
                        : null);
        model.addAttribute("terms", book.period().rule() != PeriodRule.YEAR);
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS, book.agency()));
    }

    private String wrong(Person person, Book book, Map<String, String> typed, FormFaults faults, Model model) {
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        Map<String, String> shown = BookForm.show(book);
        shown.putAll(typed);
        fill(person, book, shown, "", model);
        return "register/settings";
    }

    @PostMapping("/registers/{book}/settings")
    String change(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        FormFaults faults = new FormFaults();
        Optional<BookForm> form = BookForm.of(typed, of, accounts, faults);
        if (form.isEmpty()) {
            return wrong(person, of, typed, faults, model);
        }
        BookForm words = form.get();
        Book seen = KeptVersion.of(of, typed);
        Book wished =
                Books.withWords(seen, words.name(), words.symbol(), words.keeper(), words.standard(), words.policy());
        return KeptVersion.tell(
                keeping.change(seen, wished, person.login()), "register.book.saved", path(of), redirect);
    }

    @PostMapping("/registers/{book}/opening")
    String begin(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        String series = typed.getOrDefault("series", "").strip();
        String number = typed.getOrDefault("opening", "").strip();
        String reason = typed.getOrDefault("why", "").strip();
        FormFaults faults = new FormFaults();
        if (series.length() > LONGEST_SERIES) {
            faults.add("series", "register.too-long", LONGEST_SERIES);
        }
        if (!number.matches("\\d{1,7}")) {
            faults.add("opening", "register.filter.number");
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            faults.add("why", "register.reason.wrong", SHORTEST_REASON, LONGEST_REASON);
        }
        if (faults.any()) {
            return wrong(person, of, typed, faults, model);
        }
        return KeptVersion.tell(
                keeping.begin(of, series, Integer.parseInt(number), reason, person.login()),
                "register.opening.saved",
                path(of),
                redirect);
    }

    @PostMapping("/registers/{book}/term")
    String nextTerm(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        Book of = door.kept(person, book);
        String name = typed.getOrDefault("term", "").strip();
        Optional<LocalDate> from = DateText.date(typed.getOrDefault("begins", ""), shelf.today());
        FormFaults faults = new FormFaults();
        if (name.isEmpty() || name.length() > LONGEST_PERIOD) {
            faults.add("term", "register.term.wrong", LONGEST_PERIOD);
        }
        if (from.isEmpty()) {
            faults.add("begins", "ui.date.wrong");
        }
        if (faults.any() || from.isEmpty() || of.period().rule() == PeriodRule.YEAR) {
            return wrong(person, of, typed, faults, model);
        }
        Period next = new Period(of.period().rule(), name, from.get(), null);
        Book seen = KeptVersion.of(of, typed);
        Book wished = Books.like(seen, of.line(), of.name(), next, of.policy(), shelf.opened());
        return KeptVersion.tell(
                keeping.followUp(seen, wished, person.login()), "register.book.opened", RegisterAccess.PATH, redirect);
    }

    private static String path(Book book) {
        return "/registers/" + book.id() + "/settings";
    }
}
