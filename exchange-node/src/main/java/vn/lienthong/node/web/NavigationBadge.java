package vn.lienthong.node.web;

import vn.lienthong.node.identity.Person;

/**
 * A number beside an entry of the main navigation; modules offer theirs as beans. Asked for each page, so it must be answered from
 * memory or by one short question to an index.
 */
public interface NavigationBadge {
    /** Numbers above this are not counted on. */
    int MOST = 99;

    /**
     * Beside which entry it stands.
     *
     * @return the section of the {@link NavigationItem}, which is the topic of {@link LiveEvents} at which it is asked again
     */
    String section();

    /**
     * The number.
     *
     * @param viewer who is looking
     * @return 0 for none; {@link #MOST} + 1 for all above
     */
    int number(Person viewer);
}
