package vn.lienthong.node.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;

/** The filters that people keep for lists, their own and those that others of the agency share. */
public interface SavedFilters {

    /** The name under which the fragment {@code search/saved :: box} looks for it. */
    String ATTRIBUTE = "saved";

    /**
     * What the fragment shows.
     *
     * @param place of which list
     * @param filters those that the person sees, by name
     * @param link the present filter, which can be kept; null when the list is not filtered
     * @param agencies with whose people it can be shared
     */
    record Box(
            SavedPlace place,
            List<SavedFilter> filters,
            @Nullable String link,
            List<AgencyCode> agencies) {
        /** Copies the lists. */
        public Box {
            filters = List.copyOf(filters);
            agencies = List.copyOf(agencies);
        }
    }

    /**
     * The filters of a list, as a page shows them.
     *
     * @param link the list as it is filtered now; null when it is not
     */
    Box box(Person person, SavedPlace place, @Nullable String link);
}
