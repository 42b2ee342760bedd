package vn.lienthong.node.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.NumberingPolicy;
import vn.lienthong.core.register.Period;
import vn.lienthong.core.register.PeriodRule;
import vn.lienthong.core.register.SecretRule;
import vn.lienthong.core.register.SeriesRule;
import vn.lienthong.core.register.SymbolPattern;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.Book;
import vn.lienthong.node.register.BookId;

/** Statements on {@code register_book}. */
@InNodeRole
@Component
class BookTable {
    private static final String BOOKS = "select * from register_book where agency = :agency";

    private final JdbcClient database;

    BookTable(JdbcClient database) {
        this.database = database;
    }

    /** Newest period first within a line. */
    List<Book> of(AgencyCode agency, BookKind kind) {
        return database.sql(BOOKS + " and kind = :kind order by standard desc, line, period_from desc, book_id desc")
                .param("agency", agency.value())
                .param("kind", kind.name())
                .query(BookTable::book)
                .list();
    }

    Optional<Book> find(AgencyCode agency, BookId id) {
        return one(agency, id, "");
    }

    /** Keeps the book from being closed until the transaction is over; others may do the same. */
    Optional<Book> hold(AgencyCode agency, BookId id) {
        return one(agency, id, " lock in share mode");
    }

    /** Waits until nobody holds the book and keeps everybody else from it. */
    Optional<Book> lock(AgencyCode agency, BookId id) {
        return one(agency, id, " for update");
    }

    private Optional<Book> one(AgencyCode agency, BookId id, String lock) {
        return database.sql(BOOKS + " and book_id = :id" + lock)
                .param("agency", agency.value())
                .param("id", id.value())
                .query(BookTable::book)
                .optional();
    }

    /** Adds a book; empty when the line has one for the period already. */
    Optional<BookId> add(Book book) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        int rows = database.sql("insert ignore into register_book (agency, kind, line, name, bloc, period_rule,"
            + " period_name, period_from, period_until, series_rule, secret_rule, pattern, letters, heading, symbol,"
            + " keeper, standard, state, state_since, state_by) values (:agency, :kind, :line, :name, :bloc, :rule,"
            + " :period, :from, :until, :series, :secret, :pattern, :letters, :heading, :symbol, :keeper, :standard,"
            + " :state, :since, :by)")
                .param("agency", book.agency().value())
                .param("kind", book.kind().name())
                .param("line", book.line())
                .param("name", book.name())
                .param("bloc", book.bloc().name())
                .param("rule", book.period().rule().name())
                .param("period", book.period().name())
                .param("from", book.period().from())
                .param("until", book.period().until())
                .param("series", book.policy().series().name())
                .param("secret", book.policy().secret().name())
                .param("pattern", book.policy().pattern().text())
                .param("letters", book.policy().letters().text())
                .param("heading", book.policy().heading())
                .param("symbol", book.symbol())
                .param("keeper", book.keeper())
                .param("standard", book.standard())
                .param("state", book.status().state().name())
                .param("since", Columns.of(book.status().since()))
                .param("by", book.status().by())
                .update(key, "book_id");
        Number id = rows == 1 ? key.getKey() : null;
        return id == null ? Optional.empty() : Optional.of(new BookId(id.longValue()));
    }

    /** Writes the state; false when somebody was faster. */
    boolean changeState(Book seen, Book.Status status) {
        return database.sql("update register_book set state = :state, state_since = :since, state_by = :by,"
                                + " asked_by = :asker, asked_reason = :reason, version = version + 1"
                                + " where book_id = :id and version = :version")
                        .param("state", status.state().name())
                        .param("since", Columns.of(status.since()))
                        .param("by", status.by())
                        .param("asker", status.askedBy())
                        .param("reason", status.reason())
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Writes what keepers may change; false when somebody was faster. */
    boolean change(Book seen, Book wished) {
        return database.sql("update register_book set name = :name, symbol = :symbol, keeper = :keeper,"
                                + " standard = :standard, period_name = :period, period_from = :from,"
                                + " period_until = :until, series_rule = :series, secret_rule = :secret,"
                                + " pattern = :pattern, letters = :letters, heading = :heading, version = version + 1"
                                + " where book_id = :id and version = :version")
                        .param("name", wished.name())
                        .param("symbol", wished.symbol())
                        .param("keeper", wished.keeper())
                        .param("standard", wished.standard())
                        .param("period", wished.period().name())
                        .param("from", wished.period().from())
                        .param("until", wished.period().until())
                        .param("series", wished.policy().series().name())
                        .param("secret", wished.policy().secret().name())
                        .param("pattern", wished.policy().pattern().text())
                        .param("letters", wished.policy().letters().text())
                        .param("heading", wished.policy().heading())
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Only one book of a kind is offered first: takes the mark from the other lines. */
    void noOtherStandard(Book book) {
        var _ = database.sql("update register_book set standard = false, version = version + 1"
                        + " where agency = :agency and kind = :kind and line <> :line and standard")
                .param("agency", book.agency().value())
                .param("kind", book.kind().name())
                .param("line", book.line())
                .update();
    }

    private static Book book(ResultSet row, int number) throws SQLException {
        return new Book(
                new BookId(row.getLong("book_id")),
                new AgencyCode(row.getString("agency")),
                BookKind.valueOf(row.getString("kind")),
                row.getString("line"),
                row.getString("name"),
                Bloc.valueOf(row.getString("bloc")),
                period(row),
                policy(row),
                row.getString("symbol"),
                row.getString("keeper"),
                row.getBoolean("standard"),
                status(row),
                row.getInt("version"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                PeriodRule.valueOf(row.getString("period_rule")),
                row.getString("period_name"),
                Columns.date(row, "period_from"),
                Columns.dateOrNull(row, "period_until"));
    }

    private static NumberingPolicy policy(ResultSet row) throws SQLException {
        return new NumberingPolicy(
                PeriodRule.valueOf(row.getString("period_rule")),
                SeriesRule.valueOf(row.getString("series_rule")),
                SecretRule.valueOf(row.getString("secret_rule")),
                new SymbolPattern(row.getString("pattern")),
                new SymbolPattern(row.getString("letters")),
                row.getString("heading"));
    }

    private static Book.Status status(ResultSet row) throws SQLException {
        Instant since = Columns.instant(row, "state_since");
        @Nullable String reason = row.getString("asked_reason");
        return new Book.Status(
                Book.State.valueOf(row.getString("state")),
                since,
                row.getString("state_by"),
                row.getString("asked_by"),
                reason);
    }
}
