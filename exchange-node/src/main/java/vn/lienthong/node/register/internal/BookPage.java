package vn.lienthong.node.register.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.search.SavedFilters;
import vn.lienthong.node.search.SavedPlace;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** A book: the ten columns of its form, newest first, and its prints. */
@InNodeRole
@Controller
class BookPage {
    private static final int ROWS = 50;
    private static final String ANY = "register.any";

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final CounterTable counters;
    private final EntryListing listing;
    private final BookPrints prints;
    private final RegisterEvents events;
    private final SavedFilters saved;

    BookPage(
            RegisterDoor door,
            BookShelf shelf,
            CounterTable counters,
            EntryListing listing,
            BookPrints prints,
            RegisterEvents events,
            SavedFilters saved) {
        this.saved = saved;
        this.door = door;
        this.shelf = shelf;
        this.counters = counters;
        this.listing = listing;
        this.prints = prints;
        this.events = events;
    }

    /** A line with its cells. */
    record Line(RegisterEntry entry, List<String> cells, String state) {
        static Line of(RegisterEntry entry, PrintedBook form) {
            return new Line(entry, form.cells(entry), state(entry));
        }

        private static String state(RegisterEntry entry) {
            if (entry.cancelled() != null) {
                return "cancelled";
            }
            return entry.movedOn() == null ? "kept" : "moved";
        }
    }

    @GetMapping("/registers/{book}")
    String show(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Book shown = door.book(person, book);
        BookQuery query = BookQuery.of(parameters);
        FormFaults faults = new FormFaults();
        Optional<EntryFilter> filter = query.filter(shown, shelf.today(), faults);
        if (faults.any()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
        }
        PrintedBook form = shown.kind() == BookKind.INCOMING ? PrintedBook.INCOMING : PrintedBook.OUTGOING;
        Page<RegisterEntry> page = filter.map(
                        some -> listing.newestFirst(some, new PageWish(parameters.get("after"), ROWS)))
                .orElseGet(Page::empty);
        events.viewed(shown, "list");
        model.addAttribute("view", new BookOverview(shown, counters.of(shown.id()), takesEntries(shown)));
        model.addAttribute("query", query);
        model.addAttribute(
                "lines", page.rows().stream().map(entry -> Line.of(entry, form)).toList());
        model.addAttribute("form", form.slug());
        model.addAttribute(
                "columns",
                IntStream.rangeClosed(1, form.columns().size()).boxed().toList());
        model.addAttribute("numberColumn", form == PrintedBook.INCOMING ? 1 : 0);
        model.addAttribute("types", types(shown));
        model.addAttribute("urgencies", urgencies());
        model.addAttribute("siblings", siblings(shown));
        String path = "/registers/" + shown.id();
        model.addAttribute("first", parameters.containsKey("after") ? query.link(path, null) : null);
        model.addAttribute("next", page.next() == null ? null : query.link(path, page.next()));
        model.addAttribute("keeps", person.may(Permission.KEEP_REGISTERS, shown.agency()));
        model.addAttribute(
                SavedFilters.ATTRIBUTE,
                saved.box(person, SavedPlace.REGISTER, query.any() ? query.link(path, null) : null));
        return "register/book";
    }

    private boolean takesEntries(Book book) {
        return book.takesEntriesOn(shelf.today());
    }

    private List<Choice> siblings(Book shown) {
        return shelf.of(shown.agency(), shown.kind()).stream()
                .map(book -> Choice.literal(book.id().toString(), book.title()))
                .toList();
    }

    private static List<Choice> types(Book book) {
        return Stream.concat(
                        Stream.of(Choice.of("", ANY)),
                        book.types().stream().map(type -> Choice.literal(type.name(), type.name())))
                .toList();
    }

    private static List<Choice> urgencies() {
        return Stream.concat(
                        Stream.of(Choice.of("", ANY)),
                        Stream.of(Urgency.values())
                                .map(urgency ->
                                        Choice.of(Integer.toString(urgency.level()), "urgency." + urgency.level())))
                .toList();
    }

    /** Goes to another period or book of the same kind, as chosen in a list. */
    @GetMapping("/registers/go")
    String go(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String book) {
        return "redirect:/registers/" + door.book(person, book).id();
    }

    @GetMapping("/registers/{book}/print")
    ResponseEntity<StreamingResponseBody> print(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam(defaultValue = "") String form,
            @RequestParam Map<String, String> parameters) {
        Book printed = door.book(person, book);
        EntryFilter filter = BookQuery.of(parameters)
                .filter(printed, shelf.today(), new FormFaults())
                .orElseGet(() -> EntryFilter.all(printed.agency(), printed.id()));
        return Downloads.answer(
                PrintedBook.of(form, printed.kind()).map(chosen -> prints.book(printed, chosen, filter)));
    }
}
