package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.NumberingPolicy.Usual;
import vn.lienthong.core.register.Period;
import vn.lienthong.core.register.PeriodRule;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.FormFaults;

/** Opening a book beside the usual ones: for legal documents, a congress, a unit with a book of its own. */
@InNodeRole
@Controller
class NewBookPages {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PERIOD = 40;
    private static final int LONGEST_LINE = 16;
    private static final int FIRST_YEAR = 1945;

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final BookKeeping keeping;

    NewBookPages(RegisterDoor door, BookShelf shelf, BookKeeping keeping) {
        this.door = door;
        this.shelf = shelf;
        this.keeping = keeping;
    }

    @GetMapping("/registers/new")
    String ask(@AuthenticationPrincipal Person person, Model model) {
        fill(person, new HashMap<>(), model);
        return "register/new";
    }

    private void fill(Person person, Map<String, String> typed, Model model) {
        model.addAttribute(
                "agencies",
                door.keeping(person).stream()
                        .map(code -> Choice.literal(code.value(), shelf.nameOf(code)))
                        .toList());
        List<Choice> policies = Stream.of(BookKind.OUTGOING, BookKind.INCOMING)
                .flatMap(kind -> BookForm.policies(kind).stream())
                .toList();
        model.addAttribute("policies", policies);
        model.addAttribute("typed", typed);
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS));
    }

    @PostMapping("/registers/new")
    String open(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        AgencyCode agency = door.agency(person, typed.getOrDefault("agency", ""));
        FormFaults faults = new FormFaults();
        Optional<Usual> policy = Stream.of(Usual.values())
                .filter(usual -> usual.name().equals(typed.get("policy")))
                .findFirst();
        if (policy.isEmpty()) {
            faults.add("policy", "register.policy.missing");
        }
        String name = typed.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add("name", "register.name.wrong", LONGEST_NAME);
        }
        @Nullable
        Period period = policy.map(usual -> period(usual, typed, faults)).orElse(null);
        if (faults.any() || policy.isEmpty() || period == null) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            fill(person, typed, model);
            return "register/new";
        }
        Usual usual = policy.get();
        BookKind kind = usual == Usual.INCOMING_YEAR ? BookKind.INCOMING : BookKind.OUTGOING;
        Book like = shelf.of(agency, kind).getFirst();
        Book wished = Books.like(
                like, lineOf(like, name, period, shelf.today()), name, period, usual.policy(), shelf.opened());
        return KeptVersion.tell(
                keeping.open(wished, person.login()), "register.book.opened", RegisterAccess.PATH, redirect);
    }

    private @Nullable Period period(Usual usual, Map<String, String> typed, FormFaults faults) {
        LocalDate today = shelf.today();
        PeriodRule rule = usual.policy().period();
        if (rule == PeriodRule.YEAR) {
            return year(typed.getOrDefault("year", "").strip(), today.getYear(), faults);
        }
        String name = typed.getOrDefault("term", "").strip();
        Optional<LocalDate> from = DateText.date(typed.getOrDefault("begins", ""), today);
        if (name.isEmpty() || name.length() > LONGEST_PERIOD) {
            faults.add("term", "register.term.wrong", LONGEST_PERIOD);
        }
        if (from.isEmpty()) {
            faults.add("begins", "ui.date.wrong");
        }
        return faults.any() || from.isEmpty() ? null : new Period(rule, name, from.get(), null);
    }

    /** This year, or an earlier one for an old book that is taken over. */
    private static @Nullable Period year(String typed, int now, FormFaults faults) {
        int year = typed.isEmpty()
                ? now
                : RegisterAccess.number(typed).map(Long::intValue).orElse(0);
        if (year < FIRST_YEAR || year > now) {
            faults.add("year", "register.year.wrong", Integer.toString(now));
            return null;
        }
        return Period.year(year);
    }

    /** The line of the usual book when it is called the same; a book of the past alone is no line that goes on. */
    private static String lineOf(Book like, String name, Period period, LocalDate today) {
        if (like.name().equals(name)) {
            return like.line();
        }
        return period.isOverOn(today) ? BookShelf.PAST + line(name) : line(name);
    }

    /** The name that the books of all periods share: made of the letters of the first one. */
    private static String line(String name) {
        String plain = SearchText.fold(name).replaceAll("[^a-z0-9]+", "-").toLowerCase(Locale.ROOT);
        String bounded = plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) : plain;
        return bounded.isEmpty() ? "so" : bounded;
    }
}
