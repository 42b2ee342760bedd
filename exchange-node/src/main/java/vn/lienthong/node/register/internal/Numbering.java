package vn.lienthong.node.register.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.IssuedCode;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.register.SuffixLetters;
import vn.lienthong.core.register.SymbolPattern;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.EntryFacts;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.HistoryLine;
import vn.lienthong.node.register.IssueOrder;
import vn.lienthong.node.register.NumberAnswer;
import vn.lienthong.node.register.NumberAnswer.Issued;
import vn.lienthong.node.register.NumberAnswer.Reason;
import vn.lienthong.node.register.NumberAnswer.Refused;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.register.RegisterEntry;

/**
 * Gives numbers out.
 *
 * <p>Guarantees: whoever gets a number has locked the counter of its series until the transaction is over, so that no number is given
 * twice and a roll-back puts it back; a book cannot be closed meanwhile.
 */
@InNodeRole
@Component
class Numbering {
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final BookShelf shelf;
    private final BookTable books;
    private final CounterTable counters;
    private final EntryTable entries;
    private final HistoryTable history;
    private final RegisterEvents events;

    Numbering(
            BookShelf shelf,
            BookTable books,
            CounterTable counters,
            EntryTable entries,
            HistoryTable history,
            RegisterEvents events) {
        this.shelf = shelf;
        this.books = books;
        this.counters = counters;
        this.entries = entries;
        this.history = history;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public NumberAnswer issue(IssueOrder order) {
        Optional<Book> held = books.hold(order.agency(), order.book())
                .filter(found -> found.kind() == order.facts().kind());
        if (held.isEmpty()) {
            return refused(Reason.UNKNOWN_BOOK);
        }
        Book book = held.get();
        Optional<RegisterEntry> earlier = entries.ofDocument(order.agency(), book.kind(), order.document());
        if (earlier.isPresent()) {
            return new Issued(earlier.get(), true);
        }
        if (!book.takesEntriesOn(shelf.today())) {
            return closed(book);
        }
        ListedType type = type(book, order.facts());
        String series = book.policy().seriesOf(type, order.facts().secrecy());
        int last = counters.lock(book.id(), series);
        // Whoever had the counter before may have numbered the same document.
        Optional<RegisterEntry> meanwhile = entries.ofDocument(order.agency(), book.kind(), order.document());
        if (meanwhile.isPresent()) {
            return new Issued(meanwhile.get(), true);
        }
        return switch (choose(order, book, series, last)) {
            case Choice.No no -> no.refusal();
            case Choice.Yes yes -> write(order, book, type, yes.number());
        };
    }

    /** A number, or none. */
    private sealed interface Choice {
        record Yes(RegisterEntry.Position number) implements Choice {}

        record No(Refused refusal) implements Choice {}
    }

    private Choice choose(IssueOrder order, Book book, String series, int last) {
        return switch (order.wish()) {
            case NumberWish.Next _ -> new Choice.Yes(new RegisterEntry.Position(series, last + 1, "", ""));
            case NumberWish.Given given -> given(book, series, given.number());
            case NumberWish.Inserted inserted -> inserted(order, book, series, inserted);
        };
    }

    private Choice given(Book book, String series, int number) {
        boolean free =
                number > 0 && !entries.suffixes(book.id(), series, number).contains("");
        return free
                ? new Choice.Yes(new RegisterEntry.Position(series, number, "", ""))
                : new Choice.No(refused(Reason.NUMBER_TAKEN, number));
    }

    private Choice inserted(IssueOrder order, Book book, String series, NumberWish.Inserted wish) {
        String reason = wish.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            return new Choice.No(refused(Reason.SUFFIX_REASON));
        }
        if (!book.isKeptBy(order.by().value())) {
            return new Choice.No(refused(Reason.SUFFIX_RIGHT));
        }
        List<String> taken = entries.suffixes(book.id(), series, wish.behind());
        if (!taken.contains("")) {
            return new Choice.No(refused(Reason.SUFFIX_BEHIND, wish.behind()));
        }
        Optional<String> suffix = SuffixLetters.next(taken);
        return suffix.isPresent()
                ? new Choice.Yes(new RegisterEntry.Position(series, wish.behind(), suffix.get(), reason))
                : new Choice.No(refused(Reason.SUFFIX_FULL, wish.behind()));
    }

    private NumberAnswer write(IssueOrder order, Book book, ListedType type, RegisterEntry.Position number) {
        counters.advance(book.id(), number.series(), number.value());
        IssuedCode code = code(book, type, order.facts(), number);
        EntryId id = entries.add(new NewEntry(book, number, code, order.facts(), order.document(), order.by(), null));
        RegisterEntry entry =
                entries.find(order.agency(), id).orElseThrow(() -> new IllegalStateException("the new line is gone"));
        boolean inserted = !number.suffix().isEmpty();
        history.note(
                book.id(),
                id,
                inserted ? HistoryLine.Act.INSERT : HistoryLine.Act.ISSUE,
                order.by().value(),
                inserted ? entry.display() + ": " + number.reason() : entry.display());
        events.number(inserted ? EventKind.REGISTER_INSERT : EventKind.REGISTER_ISSUE, book, entry);
        return new Issued(entry, false);
    }

    /** What the next number would look like. */
    Optional<IssuedCode> preview(Book book, EntryFacts facts) {
        if (!book.takesEntriesOn(shelf.today()) || facts.kind() != book.kind()) {
            return Optional.empty();
        }
        ListedType type = type(book, facts);
        String series = book.policy().seriesOf(type, facts.secrecy());
        int next = counters.last(book.id(), series) + 1;
        return Optional.of(
                switch (facts) {
                    case EntryFacts.Outgoing _ ->
                        code(book, type, facts, new RegisterEntry.Position(series, next, "", ""));
                    case EntryFacts.Incoming _ -> new IssuedCode(Integer.toString(next), "", "");
                });
    }

    private static ListedType type(Book book, EntryFacts facts) {
        return DocumentTypes.orUnlisted(book.bloc(), facts.type());
    }

    static IssuedCode code(Book book, ListedType type, EntryFacts facts, RegisterEntry.Position number) {
        return switch (facts) {
            case EntryFacts.Outgoing outgoing ->
                book.policy()
                        .write(
                                number.value(),
                                number.suffix(),
                                type,
                                new SymbolPattern.Symbols(
                                        type.abbreviation(),
                                        book.symbol(),
                                        outgoing.unit(),
                                        year(outgoing.issuedOn())));
            case EntryFacts.Incoming incoming -> asReceived(incoming.code());
        };
    }

    private static String year(LocalDate date) {
        return Integer.toString(date.getYear());
    }

    private static IssuedCode asReceived(DocumentCode code) {
        String mark = code.number().isEmpty() || code.notation().isEmpty() ? "" : "/";
        return new IssuedCode(code.number(), mark, code.notation());
    }

    private Refused closed(Book book) {
        LocalDate today = shelf.today();
        List<Book> open = shelf.of(book.agency(), book.kind()).stream()
                .filter(candidate -> candidate.takesEntriesOn(today))
                .toList();
        if (open.isEmpty()) {
            return refused(Reason.CLOSED_FOR_GOOD, book.periodWords());
        }
        return open.stream()
                .filter(candidate -> candidate.line().equals(book.line()))
                .findFirst()
                .map(next -> refused(Reason.CLOSED, book.periodWords(), next.periodWords()))
                .orElseGet(() -> refused(
                        Reason.CLOSED, book.periodWords(), "“" + open.getFirst().title() + "”"));
    }

    private static Refused refused(Reason reason, Object... arguments) {
        return new Refused(reason, List.of(arguments));
    }
}
