package vn.lienthong.node.register.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.register.GapReport;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.register.BookId;

/** Looks through a book for numbers that are missing, cancelled or inserted. */
@InNodeRole
@Component
class GapReports {
    private final JdbcClient database;
    private final CounterTable counters;

    GapReports(JdbcClient database, CounterTable counters) {
        this.database = database;
        this.counters = counters;
    }

    /** One report per series, in the order of their names. */
    List<GapReport> of(BookId book) {
        Map<String, CounterTable.Counter> known = new TreeMap<>();
        Map<String, GapReport.Maker> makers = new TreeMap<>();
        counters.of(book).forEach(counter -> {
            known.put(counter.series(), counter);
            makers.put(counter.series(), new GapReport.Maker(counter.series(), counter.opening()));
        });
        database.sql("select series, number, suffix, cancelled_at is not null, cancel_reason, suffix_reason"
                        + " from register_entry where book_id = :book order by series, number, suffix")
                .param("book", book.value())
                .query(row -> {
                    GapReport.Maker maker = makers.get(row.getString(1));
                    if (maker != null) {
                        String cancelled = row.getString(5);
                        maker.add(
                                row.getInt(2),
                                row.getString(3),
                                row.getBoolean(4),
                                cancelled.isEmpty() ? row.getString(6) : cancelled);
                    }
                });
        return makers.entrySet().stream()
                .map(entry -> entry.getValue().finish(last(known.get(entry.getKey()))))
                .toList();
    }

    private static int last(CounterTable.@Nullable Counter counter) {
        return counter == null ? 0 : counter.last();
    }
}
