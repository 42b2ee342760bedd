package vn.lienthong.node.register.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;

/** Statements on {@code register_counter}. Whoever has locked a counter is alone with it until the transaction is over. */
@InNodeRole
@Component
class CounterTable {
    private static final String WHERE = " where book_id = :book and series = :series";

    private final JdbcClient database;

    CounterTable(JdbcClient database) {
        this.database = database;
    }

    /** A counter. */
    record Counter(String series, int opening, int last) {}

    /** Locks the counter, makes it when there is none, and tells the last number given out. */
    int lock(BookId book, String series) {
        // One statement that takes the exclusive lock at once: two that first share it and then want more would block
        // each other.
        var _ = database.sql("insert into register_counter (book_id, series, opening, last_number)"
                        + " values (:book, :series, 1, 0) on duplicate key update last_number = last_number")
                .param("book", book.value())
                .param("series", series)
                .update();
        return database.sql("select last_number from register_counter" + WHERE + " for update")
                .param("book", book.value())
                .param("series", series)
                .query(Integer.class)
                .single();
    }

    void advance(BookId book, String series, int last) {
        var _ = database.sql("update register_counter set last_number = :last" + WHERE + " and last_number < :last")
                .param("last", last)
                .param("book", book.value())
                .param("series", series)
                .update();
    }

    /** Tells a series that was not used yet with which number to begin. */
    void open(BookId book, String series, int opening) {
        var _ = database.sql("update register_counter set opening = :opening, last_number = :last" + WHERE)
                .param("opening", opening)
                .param("last", opening - 1)
                .param("book", book.value())
                .param("series", series)
                .update();
    }

    /** Whether any entry has a number of the series. */
    boolean isUsed(BookId book, String series) {
        return database.sql("select 1 from register_entry" + WHERE + " limit 1")
                .param("book", book.value())
                .param("series", series)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The last number given out, without waiting for anybody; 0 when there is no counter. */
    int last(BookId book, String series) {
        return database.sql("select last_number from register_counter" + WHERE)
                .param("book", book.value())
                .param("series", series)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    List<Counter> of(BookId book) {
        return database.sql("select series, opening, last_number from register_counter where book_id = :book order by"
                        + " series")
                .param("book", book.value())
                .query((row, _) -> new Counter(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }
}
