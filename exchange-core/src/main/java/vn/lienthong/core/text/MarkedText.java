package vn.lienthong.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut at the words that somebody looked for, so that a page can mark them.
 *
 * <p>Guarantees: the pieces one after the other are the text as it was written, to the letter; nothing in them is made safe for
 * pages, that is for whoever prints them.
 *
 * @param pieces in the order of the text; empty when the text is
 */
public record MarkedText(List<Piece> pieces) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

    /** Copies the pieces. */
    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece.
     *
     * @param text as written
     * @param marked whether it is one of the words
     */
    public record Piece(String text, boolean marked) {}

    /**
     * Cuts a text.
     *
     * @param text as written; longer ones than {@link SearchText#LONGEST} are cut off
     * @param question the words
     * @return pieces that take turns: between two marked ones stands what lies between the words
     */
    public static MarkedText of(String text, SearchQuestion question) {
        String bounded = text.length() > SearchText.LONGEST ? text.substring(0, SearchText.LONGEST) : text;
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        Matcher word = WORD.matcher(bounded);
        while (word.find()) {
            if (question.hits(SearchText.fold(word.group()))) {
                if (word.start() > done) {
                    pieces.add(new Piece(bounded.substring(done, word.start()), false));
                }
                pieces.add(new Piece(word.group(), true));
                done = word.end();
            }
        }
        if (done < bounded.length()) {
            pieces.add(new Piece(bounded.substring(done), false));
        }
        return new MarkedText(pieces);
    }

    /** Whether any word was found. */
    public boolean any() {
        return pieces.stream().anyMatch(Piece::marked);
    }

    /** Never prints the text. */
    @Override
    public String toString() {
        return "MarkedText[" + pieces.size() + " pieces]";
    }
}
