package vn.lienthong.node.edxml;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementId;

/**
 * Puts aside what an agency's program fails to take, so that the rest goes on.
 *
 * <p>Guarantees: one item is put aside alone, after {@link #TRIES} failures or at once when it cannot be written at all; that is
 * recorded as a security event in the same transaction; it stays in the inbox, where people take it at the desk, and an
 * administrator may let it go to the program again.
 */
public interface Quarantine {

    /** So many failures put an item aside. */
    int TRIES = 5;

    /** Something that a program takes. */
    sealed interface Item {

        /** Returns the code under which it was addressed. */
        AgencyCode agency();

        /**
         * A document.
         *
         * @param agency the code under which it was addressed
         * @param entryId its entry of the inbox
         */
        record Entry(AgencyCode agency, long entryId) implements Item {}

        /**
         * A statement to the agency.
         *
         * @param agency to whom it was made
         * @param statement which
         */
        record Statement(AgencyCode agency, StatementId statement) implements Item {}
    }

    /**
     * Something that failed, put aside or not yet.
     *
     * @param id names it for {@link #release}
     * @param item what
     * @param door where it failed, such as {@code vxp}
     * @param failures how often
     * @param reason why, the last time; an error code or the program's own words, at most 400 characters
     * @param asideSince since when it is aside; null when it is not
     * @param lastAt when it failed last
     */
    record Failing(
            long id,
            Item item,
            String door,
            int failures,
            String reason,
            @Nullable Instant asideSince,
            Instant lastAt) {

        /** Returns whether no door offers it any more. */
        public boolean isAside() {
            return asideSince != null;
        }
    }

    /** Counts a failure of a program to take something, in the caller's transaction when there is one. */
    Failing failed(Item item, String door, String reason);

    /** Puts something aside at once because it cannot be written, in the caller's transaction when there is one. */
    Failing unwritable(Item item, String door, String reason);

    /** Forgets failures of something that was taken after all, in the caller's transaction when there is one. */
    void taken(Item item);

    /** Returns what doors do not offer to the agencies now. */
    Set<Item> aside(Set<AgencyCode> agencies);

    /**
     * What is aside for an administrator to look at, the last first.
     *
     * @param agencies for whom; all codes of each are meant
     * @param limit 1 to 200
     */
    List<Failing> waiting(Set<AgencyCode> agencies, int limit);

    /**
     * Offers it to programs again, with no failures counted.
     *
     * @param agencies for whom the caller may act
     * @return false when there is no such item aside for them
     */
    boolean release(Set<AgencyCode> agencies, long id);
}
