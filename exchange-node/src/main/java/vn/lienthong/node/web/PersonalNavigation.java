package vn.lienthong.node.web;

import java.util.Optional;
import vn.lienthong.node.identity.Person;

/**
 * An entry of the main navigation that not everybody with a permission sees; modules offer theirs as beans. Asked for each page, so it
 * must be answered from memory or by one short question to an index.
 */
@FunctionalInterface
public interface PersonalNavigation {

    /**
     * The entry.
     *
     * @param viewer who is looking
     * @return empty when there is none for this person
     */
    Optional<NavigationItem> itemFor(Person viewer);
}
