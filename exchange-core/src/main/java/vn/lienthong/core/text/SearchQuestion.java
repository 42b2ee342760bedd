package vn.lienthong.core.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for: folded words that must all occur, and the number that they may name.
 *
 * <p>Guarantees: any text makes a question; what reaches a database has letters and digits only and is bounded.
 *
 * @param terms in their order, without repetitions; at most {@value #MOST_TERMS}
 */
public record SearchQuestion(List<Term> terms) {

    /** More words than these are not looked for. */
    public static final int MOST_TERMS = 12;

    /** Longer texts are cut off. */
    public static final int LONGEST = 200;

    private static final int LONGEST_INDEXED = 80;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}[a-z]?");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

    /** Copies the terms. */
    public SearchQuestion {
        terms = List.copyOf(terms);
    }

    /**
     * One word that must occur.
     *
     * @param spellings how it may be written, folded: a number below ten with and without a zero before it
     * @param open whether it may be the beginning of a longer word
     */
    public record Term(List<String> spellings, boolean open) {
        /** Copies the spellings. */
        public Term {
            spellings = List.copyOf(spellings);
        }

        /**
         * Tells whether a word is the one that is looked for.
         *
         * @param folded the word, folded
         */
        public boolean hits(String folded) {
            return spellings.contains(folded) || (open && folded.startsWith(spellings.getFirst()));
        }

        /**
         * Patterns of {@code like}, one of which fits a text of {@link SearchText#indexed} with a blank before it when the word
         * occurs there.
         */
        public List<String> patterns() {
            return spellings.stream()
                    .map(word -> "% " + word + (open ? "%" : SearchText.ENDING + "%"))
                    .toList();
        }

        /**
         * The word as a full-text index is asked for it in boolean mode; empty when the index does not keep it, because it is too
         * short or too long.
         */
        public Optional<String> asked() {
            String word = spellings.getFirst();
            if (word.length() > LONGEST_INDEXED || (open && word.length() < 2)) {
                return Optional.empty();
            }
            if (open) {
                return Optional.of("+" + word + "*");
            }
            String all = spellings.stream()
                    .map(spelling -> spelling + SearchText.ENDING)
                    .collect(Collectors.joining(" "));
            return Optional.of(spellings.size() == 1 ? "+" + all : "+(" + all + ")");
        }
    }

    /**
     * Reads a question.
     *
     * @param text as typed, of any content
     * @return the question; empty when there is no letter or digit in it
     */
    public static SearchQuestion of(String text) {
        String typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<String> words = SearchText.words(typed);
        // "số 123" names a number; "số" itself stands in no document's number.
        List<String> wanted = words.size() > 1 && words.getFirst().equals("so") && isNumber(words.get(1))
                ? words.subList(1, words.size())
                : words;
        List<String> once = wanted.stream().distinct().limit(MOST_TERMS).toList();
        return new SearchQuestion(once.stream()
                .map(word -> term(word, word.equals(once.getLast())))
                .toList());
    }

    private static Term term(String word, boolean last) {
        if (!isNumber(word)) {
            return new Term(List.of(word), last);
        }
        String plain = ZEROS.matcher(word).replaceFirst("");
        return new Term(plain.length() == 1 ? List.of(plain, "0" + plain) : List.of(plain), false);
    }

    private static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** Whether nothing can be looked for. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The number of a document that it names: the first word that is one, in all its spellings; empty when there is none. */
    public List<String> number() {
        return terms.stream()
                .map(Term::spellings)
                .filter(spellings -> isNumber(spellings.getFirst()))
                .findFirst()
                .orElse(List.of());
    }

    /** The number, when nothing else was typed. */
    public Optional<String> bareNumber() {
        return terms.size() == 1 ? number().stream().findFirst() : Optional.empty();
    }

    /**
     * Tells whether a word of a text is one of those that are looked for.
     *
     * @param folded the word, folded
     */
    public boolean hits(String folded) {
        return terms.stream().anyMatch(term -> term.hits(folded));
    }

    /** Never prints the words. */
    @Override
    public String toString() {
        return "SearchQuestion[" + terms.size() + " terms]";
    }
}
