package vn.lienthong.node.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.EntryId;
import vn.lienthong.node.register.HistoryLine;

/** Statements on {@code register_history}. */
@InNodeRole
@Component
class HistoryTable {
    private static final int LONGEST = 600;
    private static final int MOST = 200;

    private final JdbcClient database;
    private final InstantSource clock;

    HistoryTable(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(BookId book, @Nullable EntryId entry, HistoryLine.Act act, String by, String detail) {
        var _ = database.sql("insert into register_history (book_id, entry_id, at, act, by_login, detail)"
                        + " values (:book, :entry, :at, :act, :by, :detail)")
                .param("book", book.value())
                .param("entry", entry == null ? null : entry.value())
                .param("at", Columns.of(clock.instant()))
                .param("act", act.name())
                .param("by", by)
                .param("detail", detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail)
                .update();
    }

    List<HistoryLine> ofEntry(EntryId entry) {
        return database.sql("select * from register_history where entry_id = :entry order by history_id limit " + MOST)
                .param("entry", entry.value())
                .query(HistoryTable::line)
                .list();
    }

    /** Newest first; {@code before} is the number of a row, or a large one for the first page. */
    List<Numbered> ofBook(BookId book, long before, int most) {
        return database.sql("select * from register_history where book_id = :book and history_id < :before"
                        + " order by history_id desc limit :most")
                .param("book", book.value())
                .param("before", before)
                .param("most", most)
                .query((row, number) -> new Numbered(row.getLong("history_id"), line(row, number)))
                .list();
    }

    /** A line and the number of its row. */
    record Numbered(long number, HistoryLine line) {}

    private static HistoryLine line(ResultSet row, int number) throws SQLException {
        long entry = row.getLong("entry_id");
        return new HistoryLine(
                Columns.instant(row, "at"),
                HistoryLine.Act.valueOf(row.getString("act")),
                row.getString("by_login"),
                entry == 0 ? null : new EntryId(entry),
                row.getString("detail"));
    }
}
