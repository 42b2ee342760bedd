package vn.lienthong.node.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.node.identity.Person;

/** Documents that can be found; offered as a bean by the module that keeps them. */
public interface SearchSource {

    /** What they are. */
    SearchKind kind();

    /** How their table is asked. */
    SearchTable table();

    /** Which of them the person may see; empty for nobody's. */
    Optional<Range> rangeOf(Person person);

    /** Where they may stand: values of the column of the state with the keys of their words, in the order of a choice. */
    List<StateName> states();

    /**
     * A state with its words.
     *
     * @param value as the column has it
     * @param label key of the words
     */
    record StateName(String value, String label) {}

    /**
     * What a person may see.
     *
     * @param codes of agencies, never empty
     * @param given a further condition for a person who sees only what was given to them; empty for all
     * @param values of the names in that condition
     */
    record Range(Set<String> codes, String given, Map<String, Object> values) {

        /** Copies the sets. */
        public Range {
            codes = Set.copyOf(codes);
            values = Map.copyOf(values);
        }

        /** All documents of these agencies. */
        public static Optional<Range> all(Set<String> codes) {
            return codes.isEmpty() ? Optional.empty() : Optional.of(new Range(codes, "", Map.of()));
        }
    }
}
