package vn.lienthong.node.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.text.SearchQuestion.Term;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.search.Found;
import vn.lienthong.node.search.SearchSource;
import vn.lienthong.node.search.SearchSource.Range;
import vn.lienthong.node.search.SearchTable;
import vn.lienthong.node.search.SearchTable.ByNumber;

/**
 * Asks one table, newest first. The newest rows are read one after the other: words that are common fill a page there. Only words
 * that are rare in a sample are asked of the full-text index, the rarest first, because the index reads every document of a word,
 * and half a million of them for a common one. What both cannot find in the time given is found by asking again behind the place
 * that was reached.
 */
@Component
@InNodeRole
class TableSearch {

    private static final int WINDOW = 20_000;
    private static final int DENSE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String LIMITED = "set statement max_statement_time=1 for ";

    /** What the database says when the time is over: in general, and from within the full-text index. */
    private static final Set<Integer> TOO_LONG = Set.of(1969, 188);

    private final JdbcClient database;
    private final int window;

    @Autowired
    TableSearch(JdbcClient database) {
        this(database, WINDOW);
    }

    /** Reads so many rows at a time. */
    TableSearch(JdbcClient database, int window) {
        this.database = database;
        this.window = window;
    }

    /**
     * What was found.
     *
     * @param rows newest first
     * @param reached how far back was looked; null when all was
     */
    record Part(List<Found> rows, @Nullable Instant reached) {
        Part {
            rows = List.copyOf(rows);
        }
    }

    /** Documents behind a place, at most so many. */
    Part read(SearchSource source, Range range, Wanted wanted, @Nullable Place behind, int limit) {
        List<Found> rows = new ArrayList<>();
        @Nullable Instant reached = null;
        for (String code : range.codes()) {
            Part part = new Search(source, range, wanted, code, limit).read(behind);
            rows.addAll(part.rows());
            reached = later(reached, part.reached());
        }
        rows.sort(Comparator.comparing(Place::of, Place.ORDER));
        return new Part(rows.subList(0, Math.min(limit, rows.size())), reached);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Documents that bear the number that was typed, and the other words too; newest first. */
    List<Found> numbered(SearchSource source, Range range, Wanted wanted, int limit) {
        List<Found> rows = new ArrayList<>();
        for (String code : range.codes()) {
            Search search = new Search(source, range, wanted, code, limit);
            Asking asking = search.filtered().words(wanted.question().terms());
            rows.addAll(search.numbered(asking, source.table().number()));
        }
        return newest(rows, limit);
    }

    /** Documents to which that number was given here this year. */
    List<Found> given(SearchSource source, Range range, Wanted wanted, LocalDate today, int limit) {
        List<Found> rows = new ArrayList<>();
        for (String code : range.codes()) {
            Search search = new Search(source, range, wanted, code, limit);
            Asking asking =
                    search.filtered().and("1 = 1", Map.of("yearFrom", today.withDayOfYear(1), "yearUntil", today));
            rows.addAll(search.numbered(asking, source.table().given()));
        }
        return newest(rows, limit);
    }

    private static List<Found> newest(List<Found> rows, int limit) {
        rows.sort(Comparator.comparing(Place::of, Place.ORDER));
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    /** One question about the documents of one agency. */
    private final class Search {
        private final SearchSource source;
        private final SearchTable table;
        private final Range range;
        private final Wanted wanted;
        private final String code;
        private final int limit;

        Search(SearchSource source, Range range, Wanted wanted, String code, int limit) {
            this.source = source;
            this.table = source.table();
            this.range = range;
            this.wanted = wanted;
            this.code = code;
            this.limit = limit;
        }

        Part read(@Nullable Place behind) {
            if (!range.given().isEmpty()) {
                return new Part(list(behind(behind).words(terms()), ""), null);
            }
            Optional<Object> floor = floor(behind);
            if (floor.isEmpty()) {
                return new Part(list(behind(behind).words(terms()), "", inOrder()), null);
            }
            if (terms().isEmpty()) {
                return inParts(behind, floor, Optional.empty());
            }
            WordSample sample = WordSample.of(database, table, inOrder(), code, terms());
            if (!sample.rare()) {
                return inParts(behind, floor, Optional.of(sample));
            }
            return indexed(behind, sample)
                    .map(found -> new Part(found, null))
                    .orElseGet(() -> inParts(behind, floor, Optional.empty()));
        }

        /** The newest first, so many at a time, as long as the patience lasts; with a sample, the index too if it seems worth it. */
        private Part inParts(@Nullable Place behind, Optional<Object> firstFloor, Optional<WordSample> sample) {
            long begun = System.nanoTime();
            List<Found> rows = new ArrayList<>();
            @Nullable Place place = behind;
            Optional<Object> floor = firstFloor;
            Optional<WordSample> untried = sample;
            while (true) {
                rows.addAll(list(behind(place).notBefore(floor.orElse(null)).words(terms()), "", inOrder()));
                if (rows.size() >= limit || floor.isEmpty()) {
                    return new Part(rows.subList(0, Math.min(limit, rows.size())), null);
                }
                Instant reached = Asking.moment(floor.get());
                if (untried.isPresent() && rare(behind, floor.get(), rows.size())) {
                    Optional<List<Found>> indexed = indexed(behind, untried.get());
                    if (indexed.isPresent()) {
                        return new Part(indexed.get(), null);
                    }
                }
                untried = Optional.empty();
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    return new Part(rows, reached);
                }
                place = Place.endOf(reached);
                floor = floor(place);
            }
        }

        private List<Term> terms() {
            return wanted.question().terms();
        }

        Asking filtered() {
            Asking asking = new Asking(table, code).filters(wanted);
            return range.given().isEmpty() ? asking : asking.and(range.given(), range.values());
        }

        List<Found> numbered(Asking asking, ByNumber number) {
            Asking named = asking.and(
                    number.condition(), Map.of("numbers", wanted.question().number()));
            return list(named, "", table.from() + " force index (" + number.index() + ")");
        }

        private Asking behind(@Nullable Place place) {
            return filtered().behind(source.kind(), place);
        }

        private List<Found> list(Asking asking, String prefix) {
            return list(asking, prefix, table.from());
        }

        private List<Found> list(Asking asking, String prefix, String from) {
            return database.sql(prefix + "select " + table.columns() + " from " + from + " where " + asking.condition()
                            + " order by " + newestFirst() + " limit " + limit)
                    .params(asking.values())
                    .query(table.reading())
                    .list();
        }

        /** The table by the index of its order: what the database chooses by itself may be a sort of all rows. */
        private String inOrder() {
            return table.from() + " force index (" + table.index() + ")";
        }

        private String newestFirst() {
            return table.time() + " desc, " + table.id() + " desc";
        }

        /** The time of the row so many rows behind a place, filtered or not; empty when there are fewer. */
        private Optional<Object> floor(@Nullable Place place) {
            Asking asking = new Asking(table, code).behind(source.kind(), place);
            return database.sql("select " + table.time() + " from " + inOrder() + " where " + asking.condition()
                            + " order by " + newestFirst() + " limit 1 offset " + (window - 1))
                    .params(asking.values())
                    .query((row, _) -> time(row))
                    .optional();
        }

        private Object time(ResultSet row) throws SQLException {
            return table.days() ? row.getObject(1, LocalDate.class) : row.getObject(1, LocalDateTime.class);
        }

        /** Whether the words are so rare among the newest that the index answers quickly. */
        private boolean rare(@Nullable Place behind, Object floor, int found) {
            if (found >= DENSE) {
                return false;
            }
            if (!wanted.filtered()) {
                return true;
            }
            Asking asking = new Asking(table, code)
                    .behind(source.kind(), behind)
                    .notBefore(floor)
                    .words(terms());
            return database.sql("select count(*) from (select 1 from " + inOrder() + " where " + asking.condition()
                                    + " limit " + DENSE + ") few")
                            .params(asking.values())
                            .query(Integer.class)
                            .single()
                    < DENSE;
        }

        /** What the index finds; empty when it takes too long, or keeps none of the words. */
        private Optional<List<Found>> indexed(@Nullable Place behind, WordSample sample) {
            List<Term> asked = sample.asked();
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            String question =
                    asked.stream().flatMap(term -> term.asked().stream()).collect(Collectors.joining(" "));
            List<Term> others =
                    terms().stream().filter(term -> !asked.contains(term)).toList();
            try {
                return Optional.of(list(behind(behind).index(question).words(others), LIMITED));
            } catch (QueryTimeoutException | UncategorizedSQLException failed) {
                if (failed.getCause() instanceof SQLException cause && TOO_LONG.contains(cause.getErrorCode())) {
                    return Optional.empty();
                }
                throw failed;
            }
        }
    }
}
