package vn.lienthong.node.register.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.Agency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.register.AgencySymbol;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.register.NumberingPolicy;
import vn.lienthong.core.register.Period;
import vn.lienthong.core.register.PeriodRule;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.HistoryLine;
import vn.lienthong.node.web.DateText;

/** The books of an agency; opens those that are missing: the first ones, and those of a new year. */
@InNodeRole
@Component
class BookShelf {
    static final String PROGRAM = "-";

    /** How lines begin that were taken over from the past and have no book of the present. */
    static final String PAST = "old-";

    private static final int LONGEST_SYMBOL = 30;

    private final BookTable books;
    private final HistoryTable history;
    private final AgencyLookup agencies;
    private final HiddenTypes hidden;
    private final InstantSource clock;

    BookShelf(BookTable books, HistoryTable history, AgencyLookup agencies, HiddenTypes hidden, InstantSource clock) {
        this.books = books;
        this.history = history;
        this.agencies = agencies;
        this.hidden = hidden;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DateText.HANOI);
    }

    Bloc bloc(AgencyCode agency) {
        return agencies.find(agency).map(Agency::bloc).orElse(Bloc.GOVERNMENT);
    }

    /** The types of the agency's bloc without those that it hides. */
    List<ListedType> types(AgencyCode agency) {
        Set<String> gone = hidden.of(agency);
        return DocumentTypes.of(bloc(agency)).stream()
                .filter(type -> !gone.contains(type.name()))
                .toList();
    }

    String nameOf(AgencyCode agency) {
        return agencies.find(agency).map(Agency::name).orElse(agency.value());
    }

    String superiorOf(AgencyCode agency) {
        return agencies.superiorOf(agency);
    }

    /** Those that take entries today first. */
    @Transactional
    public List<Book> of(AgencyCode agency, BookKind kind) {
        List<Book> found = books.of(agency, kind);
        LocalDate today = today();
        if (open(agency, kind, found, today)) {
            found = books.of(agency, kind);
        }
        return found.stream()
                .sorted(Comparator.comparing((Book book) -> !book.takesEntriesOn(today)))
                .toList();
    }

    private boolean open(AgencyCode agency, BookKind kind, List<Book> found, LocalDate today) {
        if (found.isEmpty()) {
            return add(first(agency, kind, today));
        }
        Map<String, Book> newest = new LinkedHashMap<>();
        found.forEach(book -> newest.putIfAbsent(book.line(), book));
        boolean opened = false;
        for (Book book : newest.values()) {
            boolean goesOn =
                    book.period().rule() == PeriodRule.YEAR && !book.line().startsWith(PAST);
            if (goesOn && book.period().isOverOn(today)) {
                opened |= add(nextYear(book, today));
            }
        }
        return opened;
    }

    private boolean add(Book book) {
        Optional<BookId> added = books.add(book);
        added.ifPresent(id -> history.note(id, null, HistoryLine.Act.OPEN, PROGRAM, book.title()));
        return added.isPresent();
    }

    private Book first(AgencyCode agency, BookKind kind, LocalDate today) {
        Bloc bloc = bloc(agency);
        NumberingPolicy policy = NumberingPolicy.usualOf(bloc, kind).policy();
        String symbol = AgencySymbol.suggest(nameOf(agency));
        return new Book(
                new BookId(0),
                agency,
                kind,
                kind == BookKind.OUTGOING ? "di" : "den",
                kind == BookKind.OUTGOING ? "Sổ văn bản đi" : "Sổ văn bản đến",
                bloc,
                Period.usual(policy.period(), today),
                policy,
                symbol.length() > LONGEST_SYMBOL ? symbol.substring(0, LONGEST_SYMBOL) : symbol,
                null,
                true,
                opened(clock.instant()),
                0);
    }

    private Book nextYear(Book last, LocalDate today) {
        return new Book(
                new BookId(0),
                last.agency(),
                last.kind(),
                last.line(),
                last.name(),
                last.bloc(),
                Period.year(today.getYear()),
                last.policy(),
                last.symbol(),
                last.keeper(),
                last.standard(),
                opened(clock.instant()),
                0);
    }

    /** The state of a book that is opened now. */
    Book.Status opened() {
        return opened(clock.instant());
    }

    private static Book.Status opened(Instant at) {
        return new Book.Status(Book.State.OPEN, at, null, null, null);
    }
}
