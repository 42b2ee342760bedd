package vn.lienthong.node.register.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.HistoryLine;

/**
 * Opening, changing, closing and reopening books; each with its history and event in one transaction.
 *
 * <p>Guarantees: of two who change the same book at once, one is told; a closed book opens again only when a second person agrees.
 */
@InNodeRole
@Component
class BookKeeping {
    private static final int LAST_OPENING = 1_000_000;

    private final BookTable books;
    private final CounterTable counters;
    private final HistoryTable history;
    private final RegisterEvents events;
    private final InstantSource clock;

    BookKeeping(
            BookTable books, CounterTable counters, HistoryTable history, RegisterEvents events, InstantSource clock) {
        this.books = books;
        this.counters = counters;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public KeepAnswer open(Book wished, LoginName by) {
        Optional<BookId> added = books.add(wished);
        if (added.isEmpty()) {
            return KeepAnswer.Refused.of("register.new.exists", wished.title());
        }
        Book book = books.find(wished.agency(), added.get()).orElseThrow();
        if (book.standard()) {
            books.noOtherStandard(book);
        }
        noted(book, HistoryLine.Act.OPEN, by, book.title(), EventKind.REGISTER_CHANGE);
        return new KeepAnswer.Done(book);
    }

    /** A new period of the same line; the book of the old one ends the day before. */
    @Transactional
    public KeepAnswer followUp(Book old, Book next, LoginName by) {
        Book locked = books.lock(old.agency(), old.id()).orElseThrow();
        if (locked.version() != old.version()) {
            return new KeepAnswer.Overtaken(locked);
        }
        if (!next.period().from().isAfter(old.period().from())) {
            return KeepAnswer.Refused.of("register.term.before", old.period().name());
        }
        Book ended = Books.withPeriod(
                locked, locked.period().endingOn(next.period().from().minusDays(1)));
        if (!books.change(locked, ended)) {
            return new KeepAnswer.Overtaken(locked);
        }
        noted(ended, HistoryLine.Act.CHANGE, by, ended.title(), EventKind.REGISTER_CHANGE);
        return open(next, by);
    }

    @Transactional
    public KeepAnswer change(Book seen, Book wished, LoginName by) {
        if (!books.change(seen, wished)) {
            return overtaken(seen);
        }
        if (wished.standard() && !seen.standard()) {
            books.noOtherStandard(wished);
        }
        String what = wished.title() + "; " + wished.policy().pattern().text() + "; " + wished.symbol();
        noted(wished, HistoryLine.Act.CHANGE, by, what, EventKind.REGISTER_CHANGE);
        return done(wished);
    }

    /** Tells a series that was not used yet with which number to begin, when an older book on paper goes on here. */
    @Transactional
    public KeepAnswer begin(Book book, String series, int opening, String reason, LoginName by) {
        if (opening < 1 || opening > LAST_OPENING) {
            return KeepAnswer.Refused.of("register.opening.range", LAST_OPENING);
        }
        int _ = counters.lock(book.id(), series);
        if (counters.isUsed(book.id(), series)) {
            return KeepAnswer.Refused.of("register.opening.used");
        }
        counters.open(book.id(), series, opening);
        String what = (series + " " + opening + ": " + reason).strip();
        noted(book, HistoryLine.Act.COUNTER, by, what, EventKind.REGISTER_CHANGE);
        return done(book);
    }

    @Transactional
    public KeepAnswer close(Book seen, LoginName by) {
        Book book = books.lock(seen.agency(), seen.id()).orElseThrow();
        if (book.version() != seen.version()) {
            return new KeepAnswer.Overtaken(book);
        }
        if (book.status().state() == Book.State.CLOSED) {
            return KeepAnswer.Refused.of("register.close.already");
        }
        return state(book, Book.State.CLOSED, by, null, null, HistoryLine.Act.CLOSE);
    }

    @Transactional
    public KeepAnswer askReopen(Book seen, String reason, LoginName by) {
        if (seen.status().state() != Book.State.CLOSED) {
            return KeepAnswer.Refused.of("register.reopen.open");
        }
        Book.Status asked = new Book.Status(
                Book.State.CLOSED, seen.status().since(), seen.status().by(), by.value(), reason);
        if (!books.changeState(seen, asked)) {
            return overtaken(seen);
        }
        noted(seen, HistoryLine.Act.ASK_REOPEN, by, reason, EventKind.REGISTER_CHANGE);
        return done(seen);
    }

    @Transactional
    public KeepAnswer decideReopen(Book seen, boolean agreed, LoginName by) {
        String asker = seen.status().askedBy();
        if (seen.status().state() != Book.State.CLOSED || asker == null) {
            return KeepAnswer.Refused.of("register.reopen.not-asked");
        }
        if (agreed && asker.equals(by.value())) {
            return KeepAnswer.Refused.of("register.reopen.second");
        }
        if (agreed) {
            return state(seen, Book.State.REOPENED, by, null, null, HistoryLine.Act.REOPEN);
        }
        Book.Status declined = new Book.Status(
                Book.State.CLOSED, seen.status().since(), seen.status().by(), null, null);
        if (!books.changeState(seen, declined)) {
            return overtaken(seen);
        }
        noted(seen, HistoryLine.Act.DECLINE_REOPEN, by, asker, EventKind.REGISTER_CHANGE);
        return done(seen);
    }

    private KeepAnswer state(
            Book seen,
            Book.State state,
            LoginName by,
            @Nullable String asker,
            @Nullable String reason,
            HistoryLine.Act act) {
        Instant now = clock.instant();
        if (!books.changeState(seen, new Book.Status(state, now, by.value(), asker, reason))) {
            return overtaken(seen);
        }
        String why = seen.status().reason();
        EventKind kind = state == Book.State.CLOSED ? EventKind.REGISTER_CLOSE : EventKind.REGISTER_REOPEN;
        noted(seen, act, by, why == null ? seen.title() : seen.title() + ": " + why, kind);
        return done(seen);
    }

    private void noted(Book book, HistoryLine.Act act, LoginName by, String detail, EventKind kind) {
        history.note(book.id(), null, act, by.value(), detail);
        events.changed(kind, book, act.slug());
    }

    private KeepAnswer done(Book book) {
        return new KeepAnswer.Done(books.find(book.agency(), book.id()).orElseThrow());
    }

    private KeepAnswer overtaken(Book book) {
        return new KeepAnswer.Overtaken(books.find(book.agency(), book.id()).orElseThrow());
    }
}
