package vn.lienthong.node.audit.alert;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rules that officers make: of searches, and of silence. Every change is an event. */
public interface SearchRules {
    /** All of them by name, at most 500. */
    List<SearchRule> list();

    /** One of them. */
    Optional<SearchRule> find(UUID id);

    /**
     * Makes a rule.
     *
     * @throws IllegalArgumentException when a term has a value that its field cannot have
     */
    @CanIgnoreReturnValue
    SearchRule add(RuleTerms terms);

    /**
     * Changes a rule.
     *
     * @param before as it was shown
     * @return empty when somebody else changed or removed it meanwhile; nothing was changed then
     * @throws IllegalArgumentException when a term has a value that its field cannot have
     */
    Optional<SearchRule> change(SearchRule before, RuleTerms terms);

    /** Removes a rule; false when there is none. Its alerts stay. */
    boolean remove(UUID id);

    /** Raises an alert of that rule for a test; empty when there is none. */
    Optional<Alert> test(UUID id);
}
