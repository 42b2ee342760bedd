package vn.lienthong.core.register;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.core.value.BoundedText;

/**
 * How number and notation are put together: {@code {so}/{loai}-{coquan}} makes {@code 05/QĐ-UBND}, {@code {so}-{loai}/{coquan}} makes
 * {@code 05-BC/ĐU}. Known places: {@code {so}} (always first), {@code {loai}} type, {@code {coquan}} agency, {@code {donvi}} unit,
 * {@code {nam}} year. An empty place disappears with its mark.
 *
 * @param text at most 60 characters
 */
public record SymbolPattern(String text) {

    private static final Pattern FORM =
            Pattern.compile("\\{so}(?:([/-])((?:\\{(?:loai|coquan|donvi|nam)}|[\\p{L}\\p{Nd}./ -])+))?");
    private static final int ONE_DIGIT = 10;

    /** Only the number, as in books of incoming documents. */
    public static final SymbolPattern PLAIN = new SymbolPattern("{so}");

    /** Refuses what is no pattern; ask {@link #parse} where it comes from outside. */
    public SymbolPattern {
        text = BoundedText.line("pattern", text, 4, 60);
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a pattern is {so}, a slash or hyphen, and places");
        }
    }

    /** Reads a pattern as typed; empty when it is none. */
    public static Optional<SymbolPattern> parse(String typed) {
        boolean fits = typed.length() <= 60 && FORM.matcher(typed).matches();
        return fits ? Optional.of(new SymbolPattern(typed)) : Optional.empty();
    }

    /**
     * Puts a number together.
     *
     * @param number from 1; below ten it gets a leading zero when a notation follows
     * @param suffix a letter or two of a number inserted later, or empty
     * @param symbols what the places stand for
     */
    public IssuedCode fill(int number, String suffix, Symbols symbols) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(2) == null) {
            return new IssuedCode(number + suffix, "", "");
        }
        String notation = tidy(parts.group(2)
                .replace("{loai}", symbols.type())
                .replace("{coquan}", symbols.agency())
                .replace("{donvi}", symbols.unit())
                .replace("{nam}", symbols.year()));
        String padded = (number < ONE_DIGIT ? "0" : "") + number + suffix;
        return new IssuedCode(padded, notation.isEmpty() ? "" : parts.group(1), notation);
    }

    /** Takes away marks that an empty place has left over. */
    private static String tidy(String filled) {
        return filled.replaceAll("-{2,}", "-")
                .replaceAll("[/-]*/[/-]*", "/")
                .replaceAll("^[/-]+|[/-]+$", "")
                .strip();
    }

    /**
     * What the places of a pattern stand for.
     *
     * @param type abbreviation of the type; empty for letters
     * @param agency abbreviation of the agency
     * @param unit abbreviation of the unit that wrote the document; may be empty
     * @param year of issue
     */
    public record Symbols(String type, String agency, String unit, String year) {
        /** Nothing. */
        public static final Symbols NONE = new Symbols("", "", "", "");

        /** Checks lengths. */
        public Symbols {
            type = BoundedText.line("type", type, 0, 15);
            agency = BoundedText.line("agency", agency, 0, 30);
            unit = BoundedText.line("unit", unit, 0, 20);
            year = BoundedText.line("year", year, 0, 4);
        }
    }
}
