package vn.lienthong.node.audit.search;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The searches that officers keep. Every change is an event. */
public interface SavedSearches {

    /** Those of the officer and those that others share, by name. */
    List<SavedSearch> visibleTo(String login);

    /** One of those. */
    Optional<SavedSearch> find(String login, UUID id);

    /**
     * Keeps a search; one of the same owner and name is replaced.
     *
     * @throws IllegalArgumentException when the name is empty or too long
     */
    @CanIgnoreReturnValue
    SavedSearch save(String login, String name, boolean shared, Duration back, Map<FilterField, String> terms);

    /** Removes a search of the officer; false when there is none. */
    boolean remove(String login, UUID id);
}
