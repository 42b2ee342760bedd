package vn.lienthong.node.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.core.register.DocumentTypes;
import vn.lienthong.core.register.ListedType;
import vn.lienthong.core.register.NumberingPolicy;
import vn.lienthong.core.register.Period;

/**
 * A book for a period.
 *
 * @param id names it
 * @param agency whose book
 * @param kind what for
 * @param line the same for the books of all periods that follow each other
 * @param name without the period
 * @param bloc whose list of types holds
 * @param period how long it is kept
 * @param policy how it numbers
 * @param symbol the abbreviation of the agency in notations
 * @param keeper login of who keeps it; null when every clerk does
 * @param standard whether it is offered first
 * @param status whether it takes entries
 * @param version grows with every change
 */
public record Book(
        BookId id,
        AgencyCode agency,
        BookKind kind,
        String line,
        String name,
        Bloc bloc,
        Period period,
        NumberingPolicy policy,
        String symbol,
        @Nullable String keeper,
        boolean standard,
        Status status,
        int version) {

    /** Whether entries may be made. */
    public enum State {
        /** Open for its period. */
        OPEN,
        /** Closed: printed, signed, bound. */
        CLOSED,
        /** Opened again by two persons, also after its period. */
        REOPENED
    }

    /**
     * The state and how it came about.
     *
     * @param state itself
     * @param since since when
     * @param by login of who brought it about; null for the program
     * @param askedBy login of who asks to have it opened again; null when nobody does
     * @param reason why; null when nobody asks
     */
    public record Status(
            State state,
            Instant since,
            @Nullable String by,
            @Nullable String askedBy,
            @Nullable String reason) {}

    /** Name and period, as lists and prints show it. */
    public String title() {
        return name + " " + periodWords();
    }

    /** The period in words: {@code năm 2026}, {@code nhiệm kỳ 2025-2030}. */
    public String periodWords() {
        return switch (period.rule()) {
            case YEAR -> "năm " + period.name();
            case TERM -> "nhiệm kỳ " + period.name();
            case CONGRESS -> period.name();
        };
    }

    /** Whether an entry may be made today. */
    public boolean takesEntriesOn(LocalDate today) {
        return switch (status.state()) {
            case OPEN -> period.covers(today);
            case REOPENED -> true;
            case CLOSED -> false;
        };
    }

    /** Whether the person may insert numbers with a suffix: the keeper, or anyone when there is none. */
    public boolean isKeptBy(String login) {
        return keeper == null || keeper.equals(login);
    }

    /** The types that documents of this book may have. */
    public List<ListedType> types() {
        return DocumentTypes.of(bloc);
    }

    /** The usual policy that it follows, if any. */
    public Optional<NumberingPolicy.Usual> usual() {
        return policy.usual();
    }
}
