package vn.lienthong.node.register.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.listing.Cell;
import vn.lienthong.node.listing.ListExport;
import vn.lienthong.node.listing.ListFormat;
import vn.lienthong.node.listing.ListJob;
import vn.lienthong.node.listing.Listings;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.RegisterEntry;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** A book, or what a filter leaves of it, as Excel or CSV. */
@InNodeRole
@Controller
class ExportPages {
    private static final int NARROW = 14;
    private static final int WIDE = 60;

    private final RegisterDoor door;
    private final BookShelf shelf;
    private final EntryListing listing;
    private final Listings listings;

    ExportPages(RegisterDoor door, BookShelf shelf, EntryListing listing, Listings listings) {
        this.door = door;
        this.shelf = shelf;
        this.listing = listing;
        this.listings = listings;
    }

    @PostMapping("/registers/{book}/export")
    String export(
            @AuthenticationPrincipal Person person,
            @PathVariable String book,
            @RequestParam ListFormat format,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        Book of = door.book(person, book);
        EntryFilter filter = BookQuery.of(parameters)
                .filter(of, shelf.today(), new FormFaults())
                .orElseGet(() -> EntryFilter.all(of.agency(), of.id()));
        Optional<ListJob> job = listings.start(list(of, filter), format, person);
        if (job.isEmpty()) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("listing.busy"));
            return "redirect:/registers/" + of.id();
        }
        return "redirect:" + Listings.PATH + job.get().id();
    }

    private ListExport list(Book book, EntryFilter filter) {
        PrintedBook form = book.kind() == BookKind.INCOMING ? PrintedBook.INCOMING : PrintedBook.OUTGOING;
        List<ListExport.Column> columns = Stream.concat(
                        form.columns().stream()
                                .map(column -> new ListExport.Column(
                                        column.title(),
                                        column.millimetres() > 50 ? WIDE : column.millimetres() / 2 + 4)),
                        Stream.of(
                                new ListExport.Column("Độ khẩn", NARROW),
                                new ListExport.Column("Tình trạng số", NARROW),
                                new ListExport.Column("Vào sổ bởi", NARROW)))
                .toList();
        String name = "so-" + (book.kind() == BookKind.INCOMING ? "den" : "di") + "-" + book.id();
        return new ListExport(book.title(), name, book.agency(), columns, () -> rows(form, filter));
    }

    private Iterator<List<Cell>> rows(PrintedBook form, EntryFilter filter) {
        Iterator<RegisterEntry> lines = new BookReader(listing, filter);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public List<Cell> next() {
                return cells(form, lines.next());
            }
        };
    }

    private static List<Cell> cells(PrintedBook form, RegisterEntry entry) {
        Cell state = Cell.text(entry.cancelled() == null ? "" : "Đã hủy");
        Stream<Cell> last = Stream.of(
                Cell.text(entry.urgency().vietnamese()),
                state,
                Cell.text(entry.changed().by()));
        return Stream.concat(form.exported(entry).stream(), last).toList();
    }
}
