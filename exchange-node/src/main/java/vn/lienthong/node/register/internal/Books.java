package vn.lienthong.node.register.internal;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.register.NumberingPolicy;
import vn.lienthong.core.register.Period;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;

/** Books that differ from others in something. */
final class Books {

    private Books() {}

    static Book withPeriod(Book book, Period period) {
        return new Book(
                book.id(),
                book.agency(),
                book.kind(),
                book.line(),
                book.name(),
                book.bloc(),
                period,
                book.policy(),
                book.symbol(),
                book.keeper(),
                book.standard(),
                book.status(),
                book.version());
    }

    static Book withWords(
            Book book, String name, String symbol, @Nullable String keeper, boolean standard, NumberingPolicy policy) {
        return new Book(
                book.id(),
                book.agency(),
                book.kind(),
                book.line(),
                name,
                book.bloc(),
                book.period(),
                policy,
                symbol,
                keeper,
                standard,
                book.status(),
                book.version());
    }

    /** A new book like another one. */
    static Book like(Book model, String line, String name, Period period, NumberingPolicy policy, Book.Status status) {
        return new Book(
                new BookId(0),
                model.agency(),
                model.kind(),
                line,
                name,
                model.bloc(),
                period,
                policy,
                model.symbol(),
                model.keeper(),
                model.standard() && line.equals(model.line()),
                status,
                0);
    }
}
