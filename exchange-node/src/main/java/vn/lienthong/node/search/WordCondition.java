package vn.lienthong.node.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.core.text.SearchQuestion.Term;

/**
 * A condition for rows in whose folded text all words of a question occur. It reads every row that the other conditions leave, which
 * for a list of some thousand is faster than the full-text index: that one reads every document of a word.
 *
 * @param sql the condition, without words in it; always true for no words
 * @param values of the names in it
 */
public record WordCondition(String sql, Map<String, Object> values) {

    /** Copies the values. */
    public WordCondition {
        values = Map.copyOf(values);
    }

    /**
     * The condition on a column that keeps {@link vn.lienthong.core.text.SearchText#indexed}.
     *
     * @param column its name
     * @param question the words
     */
    public static WordCondition on(String column, SearchQuestion question) {
        return on(column, question.terms());
    }

    /** The condition for some of the words. */
    public static WordCondition on(String column, List<Term> terms) {
        Map<String, Object> values = new LinkedHashMap<>();
        String sql = IntStream.range(0, terms.size())
                .mapToObj(n -> one(column, terms.get(n), "word" + n + "x", values))
                .collect(Collectors.joining(" and "));
        return new WordCondition(terms.isEmpty() ? "1 = 1" : sql, values);
    }

    private static String one(String column, Term term, String name, Map<String, Object> values) {
        List<String> patterns = term.patterns();
        return IntStream.range(0, patterns.size())
                .mapToObj(n -> {
                    values.put(name + n, patterns.get(n));
                    return "concat(' ', " + column + ") like :" + name + n;
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Never prints the words. */
    @Override
    public String toString() {
        return "WordCondition[" + values.size() + " patterns]";
    }
}
