package vn.lienthong.node.register.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.HistoryLine;

/** Takes over an old book: first what would happen, then all of it in one transaction or nothing. */
@InNodeRole
@Component
class BookImport {
    private final BookTable books;
    private final EntryTable entries;
    private final CounterTable counters;
    private final HistoryTable history;
    private final RegisterEvents events;
    private final BookShelf shelf;

    BookImport(
            BookTable books,
            EntryTable entries,
            CounterTable counters,
            HistoryTable history,
            RegisterEvents events,
            BookShelf shelf) {
        this.books = books;
        this.entries = entries;
        this.counters = counters;
        this.history = history;
        this.events = events;
        this.shelf = shelf;
    }

    /** What the lines would become; writes nothing. */
    ImportPlan plan(Book book, List<ImportSheet.Line> lines, LoginName by) {
        Set<String> taken = new HashSet<>();
        entries.eachNumber(
                book.id(), row -> taken.add(ImportReading.key(row.getString(1), row.getInt(2), row.getString(3))));
        return new ImportReading(book, by, shelf.today(), taken).plan(lines);
    }

    /** Writes them, if nothing is wrong now either; nobody gets a number meanwhile. */
    @Transactional
    public ImportPlan run(Book seen, List<ImportSheet.Line> lines, LoginName by) {
        Book book = books.lock(seen.agency(), seen.id()).orElseThrow();
        if (book.status().state() == Book.State.CLOSED) {
            return new ImportPlan(List.of(), List.of(new ImportFault(1, "register.import.closed", "")), lines.size());
        }
        ImportPlan plan = plan(book, lines, by);
        if (!plan.isClean()) {
            return plan;
        }
        Map<String, Integer> last = new TreeMap<>();
        for (NewEntry entry : plan.entries()) {
            var _ = entries.add(entry);
            last.merge(entry.number().series(), entry.number().value(), Math::max);
        }
        last.forEach((series, number) -> {
            int _ = counters.lock(book.id(), series);
            counters.advance(book.id(), series, number);
        });
        String what = Integer.toString(plan.entries().size());
        history.note(book.id(), null, HistoryLine.Act.IMPORT, by.value(), what);
        events.changed(EventKind.REGISTER_IMPORT, book, what);
        return plan;
    }
}
