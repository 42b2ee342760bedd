package vn.lienthong.core.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Folds Vietnamese text for searching: lower case, no accents, {@code đ} as {@code d}, so that {@code hoa toc} finds both
 * {@code Hỏa tốc} and {@code Hoả tốc}.
 *
 * <p>Guarantees: folding twice changes nothing; composed and decomposed writing fold alike; the result has only letters, digits
 * and single blanks.
 */
public final class SearchText {
    /** The longest text that is folded; what is behind it is not searched. */
    public static final int LONGEST = 20_000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    // The letter is appended to every word of the index: the database leaves out words of one or two letters and a list
    // of
    // English words, and Vietnamese syllables are often as short as that.
    static final String ENDING = "zq";

    private SearchText() {}

    /**
     * Folds a text.
     *
     * @param text as written, of any length; only the first {@link #LONGEST} characters count
     * @return words with one blank between them; empty when there is no letter or digit
     */
    public static String fold(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = MARKS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFD))
                .replaceAll("");
        String latin = plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return OTHER.matcher(latin).replaceAll(" ").strip();
    }

    /**
     * Splits a text into its folded words.
     *
     * @param text as written
     * @return at most 20 000 words in their order, with repetitions
     */
    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /**
     * The text as a full-text index of the database keeps it.
     *
     * @param text as written
     * @return folded words, each with an ending that keeps short ones in the index
     */
    public static String indexed(String text) {
        return words(text).stream().map(word -> word + ENDING).collect(Collectors.joining(" "));
    }

    /**
     * The question to the full-text index, in MariaDB's boolean mode: every word must occur; the last one may go on, because it
     * may still be being typed.
     *
     * @param text as typed, at most 200 characters count
     * @return the expression; empty when nothing can be searched
     */
    public static String question(String text) {
        List<String> words = words(text.length() > 200 ? text.substring(0, 200) : text);
        if (words.isEmpty()) {
            return "";
        }
        String firm = words.subList(0, words.size() - 1).stream()
                .map(word -> "+" + word + ENDING)
                .collect(Collectors.joining(" "));
        return (firm + " +" + words.getLast() + "*").strip();
    }
}
