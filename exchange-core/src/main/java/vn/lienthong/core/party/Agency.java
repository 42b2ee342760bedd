package vn.lienthong.core.party;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * An agency (cơ quan, đơn vị): who sends and receives.
 *
 * @param id its lasting identity
 * @param bloc the bloc that it belongs to
 * @param name its official name, at most 200 characters (Decree 30/2020, Annex VI)
 * @param codes its codes over time, 1 to 16; several may be valid at once, such as an old and a new one
 * @param parent the agency above it; null at the top
 */
public record Agency(
        AgencyId id,
        Bloc bloc,
        String name,
        List<CodeValidity> codes,
        @Nullable AgencyId parent) {

    /** The most codes that one agency may have collected. */
    public static final int MAX_CODES = 16;

    /** Checks lengths and that no code is listed twice for the same time. */
    public Agency {
        name = BoundedText.line("agency name", name, 1, 200);
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.size() > MAX_CODES) {
            throw new IllegalArgumentException("an agency has 1 to 16 codes");
        }
        for (int i = 1; i < codes.size(); i++) {
            if (codes.subList(0, i).stream().anyMatch(codes.get(i)::clashesWith)) {
                throw new IllegalArgumentException("the same code is listed twice for the same time");
            }
        }
        if (id.equals(parent)) {
            throw new IllegalArgumentException("an agency is not its own parent");
        }
    }

    /** Returns the code to show at that instant: of all valid ones the one given last. */
    public Optional<AgencyCode> codeAt(Instant time) {
        return codes.stream()
                .filter(validity -> validity.covers(time))
                .max(Comparator.comparing(CodeValidity::from))
                .map(CodeValidity::code);
    }

    /** Returns whether the code belongs to this agency at that instant. */
    public boolean hasCode(AgencyCode code, Instant time) {
        return codes.stream().anyMatch(validity -> validity.code().equals(code) && validity.covers(time));
    }
}
