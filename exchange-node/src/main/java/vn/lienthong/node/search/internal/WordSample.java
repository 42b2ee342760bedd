package vn.lienthong.node.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.text.SearchQuestion.Term;
import vn.lienthong.node.search.SearchTable;

/**
 * How often words occur among the newest documents of an agency; the older ones are taken to be alike.
 *
 * @param terms the words
 * @param counts in how many documents of the sample each occurs
 * @param together in how many all of them do
 */
record WordSample(List<Term> terms, List<Integer> counts, int together) {

    private static final int SIZE = 2_000;
    private static final int COMMON = SIZE / 3;
    private static final int RARE = SIZE / 20;
    private static final int SELDOM = 5;
    private static final int MOST_ASKED = 4;

    /** Copies the lists. */
    WordSample {
        terms = List.copyOf(terms);
        counts = List.copyOf(counts);
    }

    static WordSample of(JdbcClient database, SearchTable table, String index, String agency, List<Term> terms) {
        Asking asking = new Asking(table, agency);
        List<String> occurs = IntStream.range(0, terms.size())
                .mapToObj(n -> "t like :term" + n)
                .toList();
        for (int i = 0; i < terms.size(); i++) {
            var _ = asking.and(
                    "1 = 1", Map.of("term" + i, terms.get(i).patterns().getFirst()));
        }
        String sums = occurs.stream().map(one -> "sum(" + one + ")").collect(Collectors.joining(", "));
        return database.sql("select sum(" + String.join(" and ", occurs) + "), " + sums + " from (select concat(' ', "
                        + table.words() + ") t from " + index + " where " + asking.condition() + " order by "
                        + table.time() + " desc, " + table.id() + " desc limit " + SIZE + ") newest")
                .params(asking.values())
                .query((row, _) -> read(row, terms))
                .single();
    }

    private static WordSample read(ResultSet row, List<Term> terms) throws SQLException {
        Integer[] counts = new Integer[terms.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getInt(i + 2);
        }
        return new WordSample(terms, List.of(counts), row.getInt(1));
    }

    private List<Integer> indexedByCount() {
        return IntStream.range(0, terms.size())
                .boxed()
                .filter(n -> terms.get(n).asked().isPresent())
                .sorted(Comparator.comparing(counts::get))
                .toList();
    }

    /** Whether the full-text index answers faster than the newest documents do, read one after the other. */
    boolean rare() {
        List<Integer> order = indexedByCount();
        return together < SELDOM && !order.isEmpty() && counts.get(order.getFirst()) <= RARE;
    }

    /**
     * The words to be asked of the full-text index, the rarest first: it reads all documents of a word, and the next word only of
     * those that are left. Common ones cost more there than they leave out. Empty when the index keeps none of them.
     */
    List<Term> asked() {
        List<Integer> order = indexedByCount();
        return order.stream()
                .filter(n -> n.equals(order.getFirst()) || counts.get(n) < COMMON)
                .limit(MOST_ASKED)
                .map(terms::get)
                .toList();
    }

    /** Never prints the words. */
    @Override
    public String toString() {
        return "WordSample[" + counts + "]";
    }
}
