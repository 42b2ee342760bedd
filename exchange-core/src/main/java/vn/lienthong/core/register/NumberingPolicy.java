package vn.lienthong.core.register;

import java.util.Optional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.Bloc;

/**
 * How the documents of a book are numbered. Books keep their own copy of it, so that the rules of an agency are data.
 *
 * @param period when numbers begin again
 * @param series who shares a series
 * @param secret where secret documents go
 * @param pattern how numbers of documents with a type are written
 * @param letters how those of letters (công văn) are written
 * @param heading what stands before the number on paper: {@code Số: } or {@code Số }
 */
public record NumberingPolicy(
        PeriodRule period,
        SeriesRule series,
        SecretRule secret,
        SymbolPattern pattern,
        SymbolPattern letters,
        String heading) {

    private static final String COLON = "Số: ";
    private static final String NO_COLON = "Số ";
    private static final String SECRET = "Mật";
    private static final SymbolPattern STATE = new SymbolPattern("{so}/{loai}-{coquan}");
    private static final SymbolPattern STATE_LETTER = new SymbolPattern("{so}/{coquan}-{donvi}");
    private static final SymbolPattern PARTY_STYLE = new SymbolPattern("{so}-{loai}/{coquan}");

    /** The policies that books are usually opened with. */
    public enum Usual {
        /** One series for all types, per year. */
        STATE_YEAR,
        /** A series per type, per year: the head of the agency decides between this and the one before (Article 15.1c). */
        STATE_YEAR_TYPE,
        /** Legal normative documents: a series per type and year, the year in the notation (Article 15.1a). */
        LEGAL_NORMATIVE,
        /** Party committees and agencies: a series per type and term, secret documents in the same one. */
        PARTY_TERM,
        /** A Party congress: one series for all types. */
        PARTY_CONGRESS,
        /** Incoming documents: one series per book and year (Article 22.2). */
        INCOMING_YEAR;

        /** What it says. */
        public NumberingPolicy policy() {
            return switch (this) {
                case STATE_YEAR -> state(SeriesRule.WHOLE_BOOK, STATE);
                case STATE_YEAR_TYPE -> state(SeriesRule.PER_TYPE, STATE);
                case LEGAL_NORMATIVE -> state(SeriesRule.PER_TYPE, new SymbolPattern("{so}/{nam}/{loai}-{coquan}"));
                case PARTY_TERM -> party(PeriodRule.TERM, SeriesRule.PER_TYPE);
                case PARTY_CONGRESS -> party(PeriodRule.CONGRESS, SeriesRule.WHOLE_BOOK);
                case INCOMING_YEAR ->
                    new NumberingPolicy(
                            PeriodRule.YEAR,
                            SeriesRule.WHOLE_BOOK,
                            SecretRule.OWN_SERIES,
                            SymbolPattern.PLAIN,
                            SymbolPattern.PLAIN,
                            COLON);
            };
        }

        private static NumberingPolicy state(SeriesRule series, SymbolPattern pattern) {
            return new NumberingPolicy(PeriodRule.YEAR, series, SecretRule.OWN_SERIES, pattern, STATE_LETTER, COLON);
        }

        private static NumberingPolicy party(PeriodRule period, SeriesRule series) {
            return new NumberingPolicy(period, series, SecretRule.SAME_SERIES, PARTY_STYLE, PARTY_STYLE, NO_COLON);
        }
    }

    /**
     * The policy that a bloc usually numbers with. The Fatherland Front and the others follow the State, with their own symbols.
     *
     * @param bloc whose documents
     * @param kind of which book
     */
    public static Usual usualOf(Bloc bloc, BookKind kind) {
        if (kind == BookKind.INCOMING) {
            return Usual.INCOMING_YEAR;
        }
        return bloc == Bloc.PARTY ? Usual.PARTY_TERM : Usual.STATE_YEAR;
    }

    /** The usual policy that says the same; empty when a keeper has changed something. */
    public Optional<Usual> usual() {
        for (Usual usual : Usual.values()) {
            if (usual.policy().equals(this)) {
                return Optional.of(usual);
            }
        }
        return Optional.empty();
    }

    /**
     * The name of the series in which a document gets its number, unique within a book.
     *
     * @param type the type of the document
     * @param secrecy its mark
     * @return empty for the only series of a book, {@code QĐ} for a type, {@code Mật} or {@code QĐ Mật} for secret ones
     */
    public String seriesOf(ListedType type, Secrecy secrecy) {
        String byType = series == SeriesRule.PER_TYPE ? type.seriesName() : "";
        boolean apart = secret == SecretRule.OWN_SERIES && secrecy.isStateSecret();
        return apart ? (byType + " " + SECRET).strip() : byType;
    }

    /** The number as it stands on the document. */
    public IssuedCode write(int number, String suffix, ListedType type, SymbolPattern.Symbols symbols) {
        SymbolPattern form = type.isLetter() ? letters : pattern;
        return form.fill(number, suffix, symbols);
    }
}
