package vn.lienthong.core.register;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Suggests the abbreviation of an agency's name in notations; the keeper of the books has the last word. */
public final class AgencySymbol {

    private static final int LONGEST = 15;
    private static final List<Prefix> KNOWN = List.of(
            new Prefix("ủy ban nhân dân", "UBND"),
            new Prefix("uỷ ban nhân dân", "UBND"),
            new Prefix("hội đồng nhân dân", "HĐND"),
            new Prefix("tỉnh ủy", "TU"),
            new Prefix("thành ủy", "TU"),
            new Prefix("huyện ủy", "HU"),
            new Prefix("đảng ủy", "ĐU"),
            new Prefix("văn phòng chính phủ", "VPCP"),
            new Prefix("văn phòng trung ương", "VPTW"));

    private AgencySymbol() {}

    private record Prefix(String begins, String symbol) {}

    /**
     * Suggests one.
     *
     * @param name the official name of the agency
     * @return at most 15 letters, never empty: {@code UBND}, {@code TU}, {@code STC} for Sở Tài chính
     */
    public static String suggest(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> lower.startsWith(known.begins()))
                .map(Prefix::symbol)
                .findFirst()
                .orElseGet(() -> initials(name));
    }

    /** The first letters of the words, as capitals. */
    static String initials(String name) {
        String letters = Stream.of(name.strip().split("[^\\p{L}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        String bounded = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
        return bounded.isEmpty() ? "CQ" : bounded;
    }
}
